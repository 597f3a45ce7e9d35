//! The journal, which writes the runs of a process to a run log, and the streams that read them back.
//!
//! Writes of all runs wait in a queue and are appended together, in one transaction at a time. Readers follow a run through its
//! recent events in memory, or through the log.

mod batch;
mod commit;
mod committed;
mod drive;
mod event_stream;
mod handle;
mod journal;
mod log_event;
mod options;
mod queue;
mod receipt;
mod run_state;
mod run_writer;
mod shared;
mod tail;
mod task;

pub use self::{
    event_stream::EventStream,
    journal::Journal,
    log_event::{LogEvent, RunEvent},
    options::{Durability, JournalOptions, OverflowPolicy},
    receipt::Receipt,
    run_writer::RunWriter,
};
