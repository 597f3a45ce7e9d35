//! Follows the events of a run.

use super::{batch, connect::JetStream};
use crate::{error::ClusterError, error::ClusterErrorKind, unit::token};
use futures_core::Stream;
use futures_util::StreamExt;
use runnable_store::{EventRecord, Kind};
use std::time::Duration;

/// The time without a message after which a reader is opened again: a consumer lives on one server, and is silent for a while
/// after that server has died.
const WATCHDOG: Duration = Duration::from_secs(2);

/// The pause before a reader is opened again that could not be opened.
const PAUSE: Duration = Duration::from_millis(300);

/// The number of ids that belong to a message. A message has fewer events.
pub(crate) const IDS: u64 = 1024;

/// An event with its id: the number of its message and its place there.
pub(crate) struct Sequenced {
    pub(crate) id: u64,
    pub(crate) event: EventRecord,
}

impl JetStream {
    /// Returns the events of a run with ids greater than `after`, until its end. Lost connections are opened again.
    pub(crate) fn follow(&self, run: &str, after: u64) -> impl Stream<Item = Result<Sequenced, ClusterError>> + use<> {
        let (events, run) = (self.clone(), run.to_owned());
        async_stream::stream! {
            let subject = events.events_subject(&token(&run));
            // A reader that starts at the beginning reads every event.
            let (mut after, mut next) = (after, (after == 0).then_some(1));
            loop {
                let Ok(mut messages) = JetStream::messages(&events.stream, &subject, after / IDS).await else {
                    tokio::time::sleep(PAUSE).await;
                    continue;
                };
                while let Ok(Some(Ok(message))) = tokio::time::timeout(WATCHDOG, messages.next()).await {
                    let Ok(sequence) = message.info().map(|info| info.stream_sequence) else { break };
                    let decoded = match batch::decode(&message.payload) {
                        Ok(decoded) => decoded,
                        Err(error) => {
                            let message = format!("an event of the run `{run}` cannot be read");
                            yield Err(ClusterError::new(ClusterErrorKind::Invalid, message).with_source(error));
                            return;
                        }
                    };
                    for (id, event) in (sequence.saturating_mul(IDS)..).zip(decoded) {
                        if id <= after {
                            continue;
                        }
                        if let Some(missing) = next.filter(|next| *next != event.seq) {
                            let message = format!(
                                "the event {missing} of the run `{run}` is missing\nhelp: events are deleted after \
                                 `events.prune-after`; the run log has those of runs that have ended"
                            );
                            yield Err(ClusterError::new(ClusterErrorKind::NotFound, message));
                            return;
                        }
                        (after, next) = (id, Some(event.seq + 1));
                        let is_last = event.event_type.kind() == Some(Kind::RunFinished);
                        yield Ok(Sequenced { id, event });
                        if is_last {
                            return;
                        }
                    }
                }
            }
        }
    }
}
