//! Names of things, and the error that says where it happened.

mod error;
mod path;
mod run_id;
mod text;

pub use error::{BoxError, Error, ErrorKind, Result};
pub(crate) use path::Origin;
pub use path::{Place, Scope, Segment, StepPath};
pub(crate) use run_id::LazyId;
pub use run_id::RunId;
