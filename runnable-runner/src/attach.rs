//! What a run has beside its steps: secrets, and files.

use crate::{CatalogConfig, SecretProvider, SecretsConfig};
use runnable_core::hooks::RunServices;
use runnable_store::{
    ArtifactRecord, BoxFuture, RunLog, RunWriter, StoreError, Write,
    catalog::{CatalogStore, Opener, Records, RunFiles, Workspace},
    secrets::{DotEnv, Env, Folder, Secrets},
};
use std::sync::{Arc, OnceLock};
use tokio::sync::Mutex;

/// The places of secrets that are configured.
pub(crate) fn secrets(config: &SecretsConfig) -> Secrets {
    config.providers.iter().fold(Secrets::new(), |secrets, provider| match provider {
        SecretProvider::Env => secrets.with_source(Env::prefixed(&config.prefix)),
        SecretProvider::Dotenv => secrets.with_source(DotEnv::new(&config.file)),
        SecretProvider::Directory => secrets.with_source(Folder::new(&config.directory)),
    })
}

/// The catalog that is configured. A folder on this machine is made when a step first asks for a file; what is elsewhere is
/// looked at now, without a word over the network.
pub(crate) fn catalog(given: Option<CatalogStore>, config: &CatalogConfig) -> Result<Arc<Opener>, StoreError> {
    let (address, folder) = (config.url.as_str().to_owned(), config.workspace.clone());
    let given = match given {
        Some(given) => Some(given),
        None if address.contains(':') => Some(CatalogStore::open(&address)?),
        None => None,
    };
    let once = OnceLock::new();
    Ok(Arc::new(move || {
        let open = || {
            let store = given.clone().map_or_else(|| CatalogStore::open(&address), Ok)?;
            Ok((store, Workspace::open(&folder)?))
        };
        once.get_or_init(open).clone()
    }))
}

/// Gives a run its files; those of its earlier parts are in its log.
pub(crate) fn files(services: &mut RunServices, opened: &Arc<Opener>, kept: Option<(Arc<dyn RunLog>, RunWriter)>) {
    let records = RunRecords { kept, known: Mutex::default() };
    let files = RunFiles::new(Arc::clone(opened), Arc::new(records));
    services.files = Some(Arc::new(files.clone()));
    services.extensions.insert(files);
}

/// The list of a run's files. What this part of the run adds is durable with its step.
#[derive(Debug)]
struct RunRecords {
    kept: Option<(Arc<dyn RunLog>, RunWriter)>,
    /// What is in the log, once it was read, and what was added.
    known: Mutex<Option<Vec<ArtifactRecord>>>,
}

impl RunRecords {
    async fn earlier(&self) -> Result<Vec<ArtifactRecord>, StoreError> {
        match &self.kept {
            Some((log, recording)) => log.artifacts(recording.id()).await,
            None => Ok(Vec::new()),
        }
    }
}

impl Records for RunRecords {
    fn artifacts(&self) -> BoxFuture<'_, Vec<ArtifactRecord>> {
        Box::pin(async {
            let mut known = self.known.lock().await;
            match &*known {
                Some(known) => Ok(known.clone()),
                None => Ok(known.insert(self.earlier().await?).clone()),
            }
        })
    }

    fn record(&self, artifact: ArtifactRecord) -> BoxFuture<'_, ()> {
        Box::pin(async {
            let mut known = self.known.lock().await;
            match &mut *known {
                Some(known) => known.push(artifact.clone()),
                None => {
                    let mut earlier = self.earlier().await?;
                    earlier.push(artifact.clone());
                    *known = Some(earlier);
                }
            }
            if let Some((_, recording)) = &self.kept {
                let _ = recording.write(Write::Artifact(artifact));
            }
            Ok(())
        })
    }
}
