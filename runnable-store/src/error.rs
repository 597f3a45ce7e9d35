//! What can go wrong in a store.

use std::{error::Error as StdError, fmt, sync::Arc};

/// A failure of a run log or of a catalog.
#[derive(Clone)]
pub struct StoreError {
    kind: StoreErrorKind,
    message: String,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// What kind of failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// There is no such run, step or file.
    NotFound,
    /// There is one of that name already.
    Exists,
    /// The run belongs to a process that is alive.
    Live,
    /// The pipeline is not the one that was recorded.
    Changed,
    /// A name, an address or a value that cannot be.
    Invalid,
    /// Others keep the store busy; the same may succeed later.
    Busy,
    /// A reader is further behind than it may be: [`OverflowPolicy::Disconnect`](crate::OverflowPolicy::Disconnect).
    Lagging,
    /// No room is left where the store is.
    Full,
    /// The store can be read, and not written.
    ReadOnly,
    /// The store is damaged, or is not one.
    Corrupt,
    /// It failed otherwise: its source says how.
    Other,
}

impl StoreError {
    /// A failure, in words.
    #[must_use]
    pub fn new(kind: StoreErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: None }
    }

    /// What caused it.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(Arc::from(source.into()));
        self
    }

    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> StoreErrorKind {
        self.kind
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        self.source.as_ref().map_or(Ok(()), |source| write!(f, ": {source}"))
    }
}

impl fmt::Debug for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {self}", self.kind)
    }
}

impl StdError for StoreError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
