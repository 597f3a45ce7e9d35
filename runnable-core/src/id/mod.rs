//! Identities: ids of runs, paths of steps, and the error that names the step that failed.

mod cause;
mod error;
mod error_data;
mod error_kind;
mod path;
mod run_id;
mod sealed;
mod text;

pub(crate) use error::panic_text;
pub use error::{BoxError, Error, Result};
pub use error_kind::ErrorKind;
pub(crate) use path::Origin;
pub(crate) use path::Scope;
pub use path::{ParseStepPathError, Place, Segment, StepPath};
pub(crate) use run_id::LazyId;
pub use run_id::RunId;
pub use sealed::Sealed;
