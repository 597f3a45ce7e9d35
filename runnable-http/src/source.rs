//! Where events come from.

use crate::Wire;
use futures_core::Stream;
use runnable_core::{__private::RunData, Result, Run, WireEvent};

/// Events that can be sent, of a run that can be cancelled: a [`Run`], or what follows one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent",
    note = "give it a `Run` whose steps are `Send`, and whose events' fields are `serde::Serialize`"
)]
pub trait Source: Stream<Item: Wire> + Unpin + Send + 'static {
    /// Cancels the run; what that closes is still to be read. False where it cannot be cancelled from here.
    fn cancel(&mut self) -> bool;

    /// Why it has ended, where its run has not.
    fn cut(&self) -> Option<Cut> {
        None
    }
}

/// Why events end before their run does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cut {
    /// The reader was too slow.
    Slow,
    /// What it is to read next is not kept any more.
    Expired,
    /// The server stops.
    Shutdown,
    /// They cannot be read.
    Failed,
}

impl<D, O, F> Source for Run<D, O, F>
where
    D: RunData + WireEvent,
    O: Send + 'static,
    F: Future<Output = Result<O>> + Send + ?Sized + 'static,
{
    fn cancel(&mut self) -> bool {
        Run::cancel(self);
        true
    }
}
