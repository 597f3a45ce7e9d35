//! The secrets of a runner, and what keeps their values out of records.

use crate::{SecretProvider, SecretsConfig};
use runnable_core::hooks::Redact;
use runnable_store::{
    RunRecord, StepRecord, StoreError,
    secrets::{DotEnv, Env, Folder, Redactor, Restorer, Secrets},
};
use std::sync::Arc;

/// The secrets of a runner.
#[derive(Clone)]
pub(crate) struct RunnerSecrets {
    pub(crate) secrets: Secrets,
    /// Removes the secrets from errors, and from what leaves the process.
    pub(crate) redact: Arc<dyn Redact>,
}

impl RunnerSecrets {
    pub(crate) fn new(secrets: Option<Secrets>, config: &SecretsConfig) -> Self {
        let secrets = secrets.unwrap_or_else(|| configured(config));
        Self { redact: Arc::new(secrets.redactor()), secrets }
    }

    /// Looks up secrets, so that they are masked in everything that follows. A secret that is missing fails the step that needs it,
    /// not the run.
    pub(crate) fn learn(&self, names: impl Iterator<Item = &'static str>) {
        for name in names {
            let _ = self.secrets.get(name);
        }
    }

    pub(crate) fn redactor(&self) -> Redactor {
        self.secrets.redactor()
    }
}

/// Returns the secrets of the configured providers, in their order.
fn configured(config: &SecretsConfig) -> Secrets {
    config.providers.iter().fold(Secrets::new(), |secrets, provider| match provider {
        SecretProvider::Env => secrets.with_source(Env::prefixed(&config.prefix)),
        SecretProvider::Dotenv => secrets.with_source(DotEnv::new(&config.file)),
        SecretProvider::Directory => secrets.with_source(Folder::new(&config.directory)),
    })
}

/// Puts the values of secrets back into the record of a run.
pub(crate) fn restored_run(restorer: &mut Restorer<'_>, mut run: RunRecord) -> Result<RunRecord, StoreError> {
    run.input = restorer.json(&run.input)?;
    Ok(run)
}

/// Puts the values of secrets back into the record of a step.
pub(crate) fn restored_step(restorer: &mut Restorer<'_>, mut step: StepRecord) -> Result<StepRecord, StoreError> {
    for recorded in [&mut step.inputs, &mut step.output, &mut step.error].into_iter().flatten() {
        *recorded = restorer.json(recorded)?;
    }
    Ok(step)
}
