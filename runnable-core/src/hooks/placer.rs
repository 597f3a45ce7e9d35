//! The seam through which the items of a `map` run in other processes.

use crate::id::{Error, Result};
use std::{future::Future, pin::Pin};

/// Decides where the items of maps run, if several processes share a run.
///
/// Paths are those of steps, as in the `Display` of [`StepPath`](crate::StepPath): a `map` is `days[3]/hours`, and an item is
/// `days[3]/hours[0]`.
pub trait Placer: Send + Sync + 'static {
    /// Returns where the items of a `map` run.
    fn place(&self, map: &str) -> Placement;

    /// Begins an item of a `map` that is not [`Here`](Placement::Here). Returns `None` if the item runs here, and otherwise a
    /// future that is ready once the steps of the item can be recalled.
    fn begin(&self, item: &str) -> Option<ItemFuture>;

    /// Cancels an item that runs elsewhere. The item is not cancelled unless the future is polled: it is dropped together with a
    /// run that continues in another process. The future is ready once the item has ended.
    fn cancel(&self, item: &str) -> Pin<Box<dyn Future<Output = ()> + Send>>;

    /// Takes the end of the item that this process runs for another.
    fn ended(&self, item: &str, end: Result<(), &Error>);
}

/// An item that runs elsewhere. It fails with the error of the item, which has the path of its step.
pub type ItemFuture = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// The places of the items of a `map`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Placement {
    /// All items run here.
    #[default]
    Here,
    /// The [`Placer`] begins each item.
    Elsewhere,
    /// This process runs the item with this index for another process, or an item of a `map` within it. The map never ends
    /// here.
    Only {
        /// The index of the item.
        index: usize,
        /// True if it is this item that the other process waits for.
        is_target: bool,
    },
}
