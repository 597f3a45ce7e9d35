//! The files of a run, as its steps ask for them.

use super::{Catalog, CatalogStore, Records, Workspace};
use crate::StoreError;
use runnable_core::{
    BoxError, FromRun, StepContext,
    hooks::{FileFuture, Files},
};
use std::{fmt, sync::Arc};

/// Opens a catalog and its workspace, or gives what was opened before.
pub type Opened = dyn Fn() -> Result<(CatalogStore, Workspace), StoreError> + Send + Sync;

/// The files of a run: what gives its steps their [`Catalog`].
#[derive(Clone)]
pub struct RunFiles {
    opened: Arc<Opened>,
    records: Arc<dyn Records>,
}

impl RunFiles {
    /// Of a run whose list of files is `records`. Nothing is opened before a step asks for a file.
    #[must_use]
    pub fn new(opened: Arc<Opened>, records: Arc<dyn Records>) -> Self {
        Self { opened, records }
    }

    /// As an attempt (from 1) of the step at the path `step` sees them.
    ///
    /// # Errors
    /// The catalog or its workspace cannot be opened.
    pub fn of(&self, step: &str, attempt: u32) -> Result<Catalog, StoreError> {
        let (store, workspace) = (self.opened)()?;
        Ok(Catalog::new(store, workspace, Arc::clone(&self.records), step, attempt))
    }
}

impl fmt::Debug for RunFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunFiles").field("records", &self.records).finish_non_exhaustive()
    }
}

impl Files for RunFiles {
    fn get<'a>(&'a self, path: &'a str, attempt: u32, patterns: &'static [&'static str]) -> FileFuture<'a> {
        Box::pin(async move {
            self.of(path, attempt)?.get_globs(patterns).await?;
            Ok(())
        })
    }

    fn put<'a>(&'a self, path: &'a str, attempt: u32, patterns: &'static [&'static str]) -> FileFuture<'a> {
        Box::pin(async move {
            self.of(path, attempt)?.put_globs(patterns).await?;
            Ok(())
        })
    }
}

/// What a task has as a parameter of the type [`Catalog`].
impl<E> FromRun<E> for Catalog {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        let files = step.extension::<RunFiles>().ok_or(
            "this run has no catalog\nhelp: run it by a `Runner` that has a run log, or `Runner::builder().catalog(..)`",
        )?;
        Ok(files.of(&step.path().to_string(), step.attempt())?)
    }
}
