//! The units of items, as the unit of their run starts them.

use super::{Outcome, Unit};
use crate::error::ClusterError;
use std::{fmt, future::Future, pin::Pin};

/// A request to an engine.
pub(crate) type Request<'a, T> = Pin<Box<dyn Future<Output = Result<T, ClusterError>> + Send + 'a>>;

/// Starts units on any worker of the build.
pub(crate) trait Children: fmt::Debug + Send + Sync + 'static {
    /// Starts a unit, once, and waits for its end.
    fn run<'a>(&'a self, unit: &'a Unit) -> Request<'a, Outcome>;

    /// Asks a unit to end. It may have ended, and it may not have begun.
    fn cancel<'a>(&'a self, unit: &'a Unit) -> Request<'a, ()>;

    /// Returns the keys of the units of items that have not ended, of the run or the item of this unit.
    fn active<'a>(&'a self, unit: &'a Unit) -> Request<'a, Vec<String>>;
}
