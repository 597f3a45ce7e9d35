//! Runs that several processes share: the items of some maps run in other processes, for `runnable-cluster`.

use runnable_core::{Error, Result, hooks::Placement};
use runnable_store::{BoxFuture, Write};
use std::{fmt, future::Future, pin::Pin};

/// A run that several processes share, as one of them sees it.
#[doc(hidden)]
pub trait SharedRun: fmt::Debug + Send + Sync + 'static {
    /// Returns where the items of a `map` run.
    fn place(&self, map: &str) -> Placement;

    /// Notes that an item of a map begins that is not [`Here`](Placement::Here). Returns whether it runs elsewhere.
    fn begin(&self, item: &str) -> bool;

    /// Runs an item elsewhere, once, and waits for its end.
    fn run(&self, item: &str) -> BoxFuture<'static, ItemEnd>;

    /// Cancels an item that runs elsewhere, and waits for its end. Returns `None` if the item was not begun.
    fn cancel(&self, item: &str) -> Pin<Box<dyn Future<Output = Option<ItemEnd>> + Send>>;

    /// Expects this number of entries of an item in the log. Once the log has them, the item is recalled if its run is resumed.
    fn expect(&self, item: &str, entries: usize);

    /// Takes the end of the item that this process runs.
    fn ended(&self, end: Result<(), &Error>);

    /// Returns whether a step may do its work here.
    fn may_begin(&self, path: &str) -> bool;

    /// Returns whether a step of the history is recalled here.
    fn recalls(&self, path: &str) -> bool;

    /// Returns whether another process sends the events of a step.
    fn is_foreign(&self, path: &str) -> bool;

    /// Called once everything that is recorded has been recalled.
    ///
    /// # Errors
    /// Returns an error if the run has not reached the item that this process runs.
    fn recalled(&self) -> Result<()>;

    /// Returns whether this process runs an item of the run, for another process.
    fn is_item(&self) -> bool;
}

/// The end of an item that ran in another process.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct ItemEnd {
    /// The records of its steps.
    pub entries: Vec<Write>,
    /// Its error, with the path of the step that failed.
    pub error: Option<Error>,
}
