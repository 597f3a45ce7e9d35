//! Traits through which a runner or a test takes part in a run: it decides how steps run, records them, observes
//! their events, and stores their files.
//!
//! Without the features `test` and `runner` no run has any of these, and the calls compile to nothing.

mod codecs;
mod files;
mod interceptor;
mod observer;
mod place;
mod placer;
mod recorder;
mod redact;
mod services;

#[cfg_attr(not(any(feature = "test", feature = "runner")), expect(unused_imports, reason = "nothing is recorded"))]
pub(crate) use codecs::Codec;
pub use codecs::Codecs;
pub use files::{FileFuture, Files};
pub use interceptor::{
    Double, FailedAttempts, Interceptor, LimitPlan, Opening, Replacement, RetryPlan, StepInput, StepPlan,
};
pub use observer::{EventCheck, Observer, RunHooks};
pub(crate) use place::in_place;
pub use place::{RunPlace, current_place};
pub use placer::{ItemFuture, Placement, Placer};
pub use recorder::{AttemptEnd, RecordedInputs, Recorder, WriteNumber};
pub use redact::Redact;
pub use services::{Extensions, MapStarted, RetryDefaults, RunServices, SpanMade};
