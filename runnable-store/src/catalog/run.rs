//! The files of a run, as its steps ask for them.

use super::{Catalog, CatalogStore, Records, Workspace};
use runnable_core::{
    BoxError, FromRun, StepContext,
    record::{Filed, Files},
};
use std::sync::Arc;

/// The files of a run: what gives its steps their [`Catalog`].
#[derive(Debug, Clone)]
pub struct RunFiles {
    store: CatalogStore,
    workspace: Workspace,
    records: Arc<dyn Records>,
}

impl RunFiles {
    /// Of a run whose list of files is `records`.
    #[must_use]
    pub fn new(store: CatalogStore, workspace: Workspace, records: Arc<dyn Records>) -> Self {
        Self { store, workspace, records }
    }

    /// As an attempt (from 1) of the step at the path `step` sees them.
    #[must_use]
    pub fn of(&self, step: &str, attempt: u32) -> Catalog {
        Catalog::new(self.store.clone(), self.workspace.clone(), Arc::clone(&self.records), step, attempt)
    }
}

impl Files for RunFiles {
    fn get<'a>(&'a self, path: &'a str, attempt: u32, patterns: &'static [&'static str]) -> Filed<'a> {
        Box::pin(async move {
            self.of(path, attempt).get_globs(patterns).await?;
            Ok(())
        })
    }

    fn put<'a>(&'a self, path: &'a str, attempt: u32, patterns: &'static [&'static str]) -> Filed<'a> {
        Box::pin(async move {
            self.of(path, attempt).put_globs(patterns).await?;
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
        Ok(files.of(&step.path().to_string(), step.attempt()))
    }
}
