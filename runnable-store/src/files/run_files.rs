//! The files of a run.

use super::{catalog::Catalog, records::Records, store::CatalogStore, workspace::Workspace};
use crate::error::StoreError;
use runnable_core::{
    BoxError, FromRun, StepContext,
    hooks::{FileFuture, Files},
};
use std::{fmt, sync::Arc};

/// Returns the catalog and the workspace of a run; opens them at the first call.
pub type Opener = dyn Fn() -> Result<(CatalogStore, Workspace), StoreError> + Send + Sync;

/// The files of a run, from which each step gets its [`Catalog`].
#[derive(Clone)]
pub struct RunFiles {
    opener: Arc<Opener>,
    records: Arc<dyn Records>,
}

impl RunFiles {
    /// Returns the files of a run whose list is `records`. Nothing is opened before a step asks for a file.
    #[must_use]
    pub fn new(opener: Arc<Opener>, records: Arc<dyn Records>) -> Self {
        Self { opener, records }
    }

    /// Returns the catalog of an attempt (from 1) of the step at the path `step`.
    ///
    /// # Errors
    /// Returns the error of opening the catalog or its workspace.
    pub fn catalog(&self, step: &str, attempt: u32) -> Result<Catalog, StoreError> {
        let (store, workspace) = (self.opener)()?;
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
            self.catalog(path, attempt)?.get_globs(patterns).await?;
            Ok(())
        })
    }

    fn put<'a>(&'a self, path: &'a str, attempt: u32, patterns: &'static [&'static str]) -> FileFuture<'a> {
        Box::pin(async move {
            self.catalog(path, attempt)?.put_globs(patterns).await?;
            Ok(())
        })
    }
}

/// A parameter of the type [`Catalog`] is the catalog of the task's step.
impl<E> FromRun<E> for Catalog {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        let files = step.extension::<RunFiles>().ok_or(
            "this run has no catalog\nhelp: run the pipeline with a `Runner` that has a run log or `Runner::builder().catalog(..)`",
        )?;
        Ok(files.catalog(&step.path().to_string(), step.attempt())?)
    }
}
