//! Units on NATS alone: a work queue places them, and a subject for each unit is its journal.
//!
//! Beside the stream of events there are two streams. `<stream>-work` is the queue: it has the subject `<stream>-work.<service>.<run>`
//! for each run that has not ended, and a consumer for each service. The time in which a message must be acknowledged is the
//! lease of its worker, who extends it. `<stream>-journal.<run>` has the parts of a run. Each message there expects the number of
//! the last, so a worker that lost its lease is refused as soon as another worker has the run.
//!
//! The order of the steps at the end of a run is important: its outcome is durable before its journal is deleted, and its journal
//! is deleted before it leaves the queue. A worker first takes the journal over and then looks for an outcome.

mod cancel;
mod ends;
mod journal;
mod nats;
mod outcome;
mod queue;
mod unit;
mod values;
mod worker;

pub(crate) use self::nats::Nats;
