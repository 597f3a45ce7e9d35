//! The events of runs by number, from the servers or the run log: parts of a client that `runnable-http` uses.

use super::{Cluster, number, records::unreadable};
use crate::error::{ClusterError, ClusterErrorKind};
use futures_core::Stream;
use futures_util::StreamExt;
use runnable_store::{EventRecord, Json, OverflowPolicy, RunEvent, RunRecord, StoreErrorKind};
use std::{pin::pin, sync::Arc};

#[doc(hidden)]
impl Cluster {
    /// Checks that the events after this number can be read. The error has the kind `Invalid` if the run has not reached the
    /// number, and the kind `NotFound` if the events have been deleted.
    ///
    /// # Errors
    /// Also returns an error if a server or the run log cannot be read.
    pub async fn check_number(&self, run: &RunRecord, after: u64) -> Result<(), ClusterError> {
        if self.has_events(&run.id).await? {
            if after <= run.last_seq {
                return Ok(());
            }
            let message = format!("the run `{}` has no event with the number {after} yet", run.id);
            return Err(ClusterError::new(ClusterErrorKind::Invalid, message));
        }
        let is_kept = match number::to_logged(after) {
            Some(_) if after > run.last_seq => false,
            Some(seq) if after < run.last_seq => self.logged_event(&run.id, seq + 1).await?.is_some(),
            seq => seq.is_some(),
        };
        if is_kept { Ok(()) } else { Err(expired(&run.id)) }
    }

    /// Returns the event of a run with this number, which is its id if the events are read from the servers.
    ///
    /// # Errors
    /// Returns an error if a server or the run log cannot be read.
    pub async fn event(&self, run_id: &str, number: u64) -> Result<Option<EventRecord>, ClusterError> {
        let event = if self.has_events(run_id).await? {
            self.engine.events().event(run_id, number).await?
        } else if let Some(seq) = number::to_logged(number) {
            self.logged_event(run_id, seq).await?
        } else {
            None
        };
        Ok(event.map(|event| with_number(event, number)))
    }

    async fn logged_event(&self, run_id: &str, seq: u64) -> Result<Option<EventRecord>, ClusterError> {
        let (Ok(log), Some(after)) = (self.runner.log(), seq.checked_sub(1)) else { return Ok(None) };
        let next = log.events(run_id, after, 1).await.map_err(unreadable)?.into_iter().next();
        Ok(next.filter(|event| event.seq == seq))
    }

    /// Streams the events of a run with greater numbers, as [`events`](Self::events) does, or those in the run log if they are no
    /// longer on the servers.
    pub fn numbered(&self, run_id: &str, after: u64) -> impl Stream<Item = Result<RunEvent, ClusterError>> + use<> {
        let (cluster, run) = (self.clone(), Arc::<str>::from(run_id));
        async_stream::try_stream! {
            if cluster.has_events(&run).await? {
                let mut events = pin!(cluster.engine.events().follow(&run, after));
                while let Some(one) = events.next().await.transpose()? {
                    yield RunEvent::new(Arc::clone(&run), Arc::new(with_number(one.event, one.id)));
                }
                return;
            }
            let logged = number::to_logged(after).map(|seq| cluster.runner.events(&run, seq, OverflowPolicy::Block));
            let mut events = logged.ok_or_else(|| expired(&run))?.map_err(unreadable)?;
            while let Some(event) = events.next().await.transpose().map_err(|error| match error.kind() {
                StoreErrorKind::NotFound => expired(&run),
                _ => unreadable(error),
            })? {
                let Some(event) = event.event() else { continue };
                yield renumbered(&run, event);
            }
        }
    }
}

fn expired(run_id: &str) -> ClusterError {
    ClusterError::new(ClusterErrorKind::NotFound, format!("the next events of the run `{run_id}` are no longer kept"))
}

/// Returns an event of the run log with the number that readers see.
fn renumbered(run: &Arc<str>, event: &RunEvent) -> RunEvent {
    let (number, path) = (number::of_logged(event.seq()), Json::clone(event.path()));
    let mut record = EventRecord::new(number, event.ts(), path, event.attempt(), event.event_type());
    record.data = event.data().cloned();
    RunEvent::new(Arc::clone(run), Arc::new(record))
}

fn with_number(mut event: EventRecord, number: u64) -> EventRecord {
    event.seq = number;
    event
}
