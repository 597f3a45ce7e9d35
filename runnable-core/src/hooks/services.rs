//! The services that a runner or a test attaches to a run.

use super::{
    codecs::Codecs, files::Files, interceptor::Interceptor, place::RunPlace, placer::Placer, recorder::Recorder,
    redact::Redact,
};
use std::{
    any::{Any, TypeId},
    collections::HashMap,
    fmt,
    sync::Arc,
    time::Duration,
};
use tracing::Span;

/// The services that are attached to a run before it begins.
#[derive(Default, Clone)]
pub struct RunServices {
    /// Decides how its steps run.
    pub interceptor: Option<Arc<dyn Interceptor>>,
    /// Records its steps.
    pub recorder: Option<Arc<dyn Recorder>>,
    /// Writes and reads the outputs of its steps. A step without a codec cannot be recorded.
    pub codecs: Arc<Codecs>,
    /// Values that its steps may extract, by type.
    pub extensions: Extensions,
    /// Stores the files of its steps.
    pub files: Option<Arc<dyn Files>>,
    /// Removes secrets from errors, and from what leaves the process.
    pub redact: Option<Arc<dyn Redact>>,
    /// Fills in the options that a `retry` omits.
    pub retry: Option<RetryDefaults>,
    /// The place of the run among the active runs of its runner. Held until the run ends.
    pub place: Option<RunPlace>,
    /// Decides where the items of its maps run. By default they run here.
    pub placer: Option<Arc<dyn Placer>>,
    /// Is called when one of its maps over a collection begins: nobody knows the number of items of a stream.
    pub map_started: Option<MapStarted>,
}

/// Takes the path of a map and the number of its items.
pub type MapStarted = Arc<dyn Fn(&str, usize) + Send + Sync>;

impl fmt::Debug for RunServices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunServices").field("recorded", &self.recorder.is_some()).finish_non_exhaustive()
    }
}

/// Takes the span of a run before it is entered, among the [`Extensions`] of the run.
#[derive(Clone)]
pub struct SpanMade(pub Arc<dyn Fn(&Span) + Send + Sync>);

impl fmt::Debug for SpanMade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SpanMade")
    }
}

/// The options that a `retry` omits.
#[derive(Debug, Clone, Copy)]
pub struct RetryDefaults {
    /// The number of attempts in all.
    pub attempts: u32,
    /// The delay before the second attempt. The delay doubles with each further attempt.
    pub backoff: Duration,
}

/// Values by their types.
#[derive(Default, Clone)]
pub struct Extensions(HashMap<TypeId, Arc<dyn Any + Send + Sync>>);

impl Extensions {
    /// Adds a value. Replaces the previous one of its type.
    pub fn insert<T: Any + Send + Sync>(&mut self, value: T) {
        self.0.insert(TypeId::of::<T>(), Arc::new(value));
    }

    /// Returns the value of type `T`.
    #[must_use]
    pub fn get<T: Any + Send + Sync>(&self) -> Option<&T> {
        self.0.get(&TypeId::of::<T>())?.downcast_ref()
    }
}

impl fmt::Debug for Extensions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Extensions({})", self.0.len())
    }
}
