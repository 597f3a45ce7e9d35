//! The identity of a run.

use serde::{Serialize, Serializer};
use std::{
    fmt,
    sync::{Arc, OnceLock},
};

/// Names one run. A [ULID](https://github.com/ulid/spec) unless the caller gives a name.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RunId(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    /// Two halves, so that it stays aligned to 8 bytes.
    Ulid(u64, u64),
    Named(Arc<str>),
}

impl RunId {
    /// A new one, unlike all others, that sorts by the time of its making.
    #[must_use]
    pub fn generate() -> Self {
        let (high, low) = ulid::Ulid::new().into();
        Self(Repr::Ulid(high, low))
    }
}

/// The id of a run that has one from the first question on.
#[derive(Default)]
pub(crate) struct LazyId(OnceLock<RunId>);

impl LazyId {
    pub(crate) fn get(&self) -> &RunId {
        self.0.get_or_init(RunId::generate)
    }

    /// Names the run. Without effect where it has an id already.
    pub(crate) fn name(&self, id: RunId) {
        let _ = self.0.set(id);
    }
}

impl From<&str> for RunId {
    fn from(name: &str) -> Self {
        Self(Repr::Named(name.into()))
    }
}

impl From<String> for RunId {
    fn from(name: String) -> Self {
        Self(Repr::Named(name.into()))
    }
}

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Ulid(high, low) => fmt::Display::fmt(&ulid::Ulid::from((*high, *low)), f),
            Repr::Named(name) => f.write_str(name),
        }
    }
}

impl fmt::Debug for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RunId({self})")
    }
}

impl PartialEq<str> for RunId {
    fn eq(&self, other: &str) -> bool {
        let text = self.to_string();
        text == other
    }
}

impl PartialEq<&str> for RunId {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl Serialize for RunId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
