//! What a run has beside its steps: secrets, and files.

use super::{SecretProvider, SecretsConfig};
use crate::store::{
    ArtifactRecord, Boxed, Recording, RunLog, Write,
    catalog::{CatalogStore, Records, RunFiles, Workspace},
    secrets::{DotEnv, Env, Folder, Secrets},
};
use runnable_core::record::Ambient;
use std::sync::Arc;
use tokio::sync::Mutex;

/// The places of secrets that are configured.
pub(super) fn secrets(config: &SecretsConfig) -> Secrets {
    config.providers.iter().fold(Secrets::new(), |secrets, provider| match provider {
        SecretProvider::Env => secrets.and(Env::prefixed(&config.prefix)),
        SecretProvider::Dotenv => secrets.and(DotEnv::new(&config.file)),
        SecretProvider::Directory => secrets.and(Folder::new(&config.directory)),
    })
}

/// Gives a run its files; those of its earlier parts are in its log.
pub(super) fn files(
    ambient: &mut Ambient,
    (store, workspace): &(CatalogStore, Workspace),
    kept: Option<(Arc<dyn RunLog>, Recording)>,
) {
    let records = RunRecords { kept, known: Mutex::default() };
    let files = RunFiles::new(store.clone(), workspace.clone(), Arc::new(records));
    ambient.files = Some(Arc::new(files.clone()));
    ambient.extensions.insert(files);
}

/// The list of a run's files. What this part of the run adds is durable with its step.
#[derive(Debug)]
struct RunRecords {
    kept: Option<(Arc<dyn RunLog>, Recording)>,
    /// What is in the log, once it was read, and what was added.
    known: Mutex<Option<Vec<ArtifactRecord>>>,
}

impl RunRecords {
    async fn earlier(&self) -> Result<Vec<ArtifactRecord>, crate::store::StoreError> {
        match &self.kept {
            Some((log, recording)) => log.artifacts(recording.id()).await,
            None => Ok(Vec::new()),
        }
    }
}

impl Records for RunRecords {
    fn artifacts(&self) -> Boxed<'_, Vec<ArtifactRecord>> {
        Box::pin(async {
            let mut known = self.known.lock().await;
            match &*known {
                Some(known) => Ok(known.clone()),
                None => Ok(known.insert(self.earlier().await?).clone()),
            }
        })
    }

    fn record(&self, artifact: ArtifactRecord) -> Boxed<'_, ()> {
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
