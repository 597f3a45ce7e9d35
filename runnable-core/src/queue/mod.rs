//! The bounded queue between the steps of a run and its reader.
//!
//! A run has one queue. Events enter it in three ways: [`Queue::send`] (one event, with backpressure),
//! [`Queue::send_all`] (the burst of a stream, with backpressure) and [`Queue::force`] (closing events, which never
//! wait). The reader takes them out in batches.

mod capacity;
mod inbox;
mod pending;
mod queue;
mod reader;
mod reader_time;
mod sender;
pub(crate) mod token;
mod units;

pub(crate) use capacity::CLOCK_INTERVAL;
pub(crate) use pending::Queued;
pub(crate) use queue::{EmitterGate, Queue, Receipt};
pub(crate) use reader::QueueReader;
pub(crate) use reader_time::{ReaderShare, ReaderTime};
pub(crate) use units::{UNITS, in_turn, poll_begin, poll_timers, poll_timers_at, poll_unit, unit, yield_once};
