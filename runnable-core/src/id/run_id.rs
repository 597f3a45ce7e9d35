//! The identity of a run.

use super::text;
use serde::{Serialize, Serializer};
use std::{
    fmt,
    num::NonZeroU64,
    sync::{Arc, OnceLock},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// Names one run. A [ULID](https://github.com/ulid/spec) unless the caller gives a name.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RunId(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    /// Two halves, so that it stays aligned to 8 bytes. The first one is 0 for no time: so both kinds take 16 bytes.
    Ulid(NonZeroU64, u64),
    Named(Arc<Name>),
}

#[derive(PartialEq, Eq, Hash)]
struct Name(Box<str>);

impl RunId {
    /// A new one, unlike all others, that sorts by the time of its making.
    #[must_use]
    pub fn generate() -> Self {
        Self::made_at(SystemTime::now())
    }

    fn made_at(time: SystemTime) -> Self {
        let (high, low) = ulid::Ulid::from_datetime(time).into();
        Self(Repr::Ulid(NonZeroU64::new(high).unwrap_or(NonZeroU64::MIN), low))
    }

    pub(crate) fn with_str<T>(&self, read: impl FnOnce(&str) -> T) -> T {
        match &self.0 {
            Repr::Ulid(high, low) => read(&text::of_ulid((high.get(), *low))),
            Repr::Named(name) => read(&name.0),
        }
    }
}

/// The id of a run that has one from the first question on.
#[derive(Default)]
pub(crate) struct LazyId(OnceLock<RunId>);

impl LazyId {
    #[inline]
    pub(crate) fn get(&self) -> &RunId {
        self.0.get_or_init(RunId::generate)
    }

    /// Gives it an id of this time, in nanoseconds since the Unix epoch: a clock is not looked at again. Without effect where
    /// it has one already.
    pub(crate) fn begin(&self, ts: u64) {
        self.0.get_or_init(|| RunId::made_at(UNIX_EPOCH + Duration::from_nanos(ts)));
    }

    /// Names the run. Without effect where it has an id already.
    pub(crate) fn name(&self, id: RunId) {
        let _ = self.0.set(id);
    }
}

impl From<&str> for RunId {
    fn from(name: &str) -> Self {
        Self(Repr::Named(Arc::new(Name(name.into()))))
    }
}

impl From<String> for RunId {
    fn from(name: String) -> Self {
        Self(Repr::Named(Arc::new(Name(name.into()))))
    }
}

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_str(|id| f.write_str(id))
    }
}

impl fmt::Debug for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RunId({self})")
    }
}

impl PartialEq<str> for RunId {
    fn eq(&self, other: &str) -> bool {
        self.with_str(|id| id == other)
    }
}

impl PartialEq<&str> for RunId {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl Serialize for RunId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.with_str(|id| to.serialize_str(id))
    }
}
