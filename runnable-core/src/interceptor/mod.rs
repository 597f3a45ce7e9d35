//! The seam at which a step is replaced or recorded.
//!
//! Test doubles and the replay of recorded steps take the same way: an expansion asks the context of the step, which asks
//! the [`Interceptor`](crate::hooks::Interceptor) of the run.

mod intercept;
mod replaced;

pub use intercept::Intercepted;
#[cfg(feature = "runner")]
pub(crate) use intercept::{Begin, RecordedStep};
#[cfg(feature = "test")]
pub(crate) use replaced::misfit;
