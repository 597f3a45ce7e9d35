//! Attaches a catalog of files to runs.

use crate::CatalogConfig;
use runnable_core::hooks::RunServices;
use runnable_store::{
    ArtifactRecord, BoxFuture, RunLog, RunWriter, StoreError, Write,
    catalog::{CatalogStore, Opener, Records, RunFiles, Workspace},
    secrets::Secrets,
};
use std::sync::{Arc, OnceLock};
use tokio::sync::Mutex;

/// Returns the configured catalog.
///
/// An object store is opened and checked at once, so that a wrong key or bucket is an error at the start. A directory is created when a step first uses the catalog, so
/// that programs without files leave no trace.
pub(crate) async fn catalog(store: Option<CatalogStore>, config: &CatalogConfig) -> Result<Arc<Opener>, StoreError> {
    let (address, workspace) = (config.url.as_str().to_owned(), config.workspace.clone());
    let store = match store {
        Some(store) => Some(store),
        None if address.contains(':') => {
            let store = CatalogStore::open(&address)?;
            store.check().await?;
            Some(store)
        }
        None => None,
    };
    let once = OnceLock::new();
    Ok(Arc::new(move || {
        let open = || {
            let store = store.clone().map_or_else(|| CatalogStore::open(&address), Ok)?;
            Ok((store, Workspace::open(&workspace)?))
        };
        once.get_or_init(open).clone()
    }))
}

/// Attaches the catalog to a run. `record` has the files of its earlier parts, and records those that it adds.
pub(crate) fn files(
    services: &mut RunServices,
    opener: &Arc<Opener>,
    record: Option<(Arc<dyn RunLog>, RunWriter)>,
    secrets: &Secrets,
) {
    let records = RunRecords { record, known: Mutex::default(), secrets: secrets.clone() };
    let files = RunFiles::new(Arc::clone(opener), Arc::new(records));
    services.files = Some(Arc::new(files.clone()));
    services.extensions.insert(files);
}

/// The files of a run. A file becomes durable together with the step that adds it.
#[derive(Debug)]
struct RunRecords {
    record: Option<(Arc<dyn RunLog>, RunWriter)>,
    /// The recorded files, once they are read, and those that were added since.
    known: Mutex<Option<Vec<ArtifactRecord>>>,
    /// Secrets that may be a part of a file's name.
    secrets: Secrets,
}

impl RunRecords {
    async fn read(&self) -> Result<Vec<ArtifactRecord>, StoreError> {
        match &self.record {
            Some((log, writer)) => {
                let mut files = log.artifacts(writer.id()).await?;
                let mut restorer = self.secrets.restorer();
                for file in &mut files {
                    file.name = restorer.text(&file.name)?;
                }
                Ok(files)
            }
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
                None => Ok(known.insert(self.read().await?).clone()),
            }
        })
    }

    fn record(&self, artifact: ArtifactRecord) -> BoxFuture<'_, ()> {
        Box::pin(async {
            let mut known = self.known.lock().await;
            match &mut *known {
                Some(known) => known.push(artifact.clone()),
                None => {
                    let mut earlier = self.read().await?;
                    earlier.push(artifact.clone());
                    *known = Some(earlier);
                }
            }
            if let Some((_, writer)) = &self.record {
                let mut artifact = artifact;
                artifact.name = self.secrets.redactor().refer(&artifact.name).into_owned();
                let _ = writer.write(Write::Artifact(artifact));
            }
            Ok(())
        })
    }
}
