//! Follows the events of a run.

use super::{batch, connect::JetStream, publish::has_events};
use crate::{
    error::{ClusterError, ClusterErrorKind},
    unit::{token, untoken},
};
use futures_core::Stream;
use futures_util::StreamExt;
use runnable_store::{EventRecord, Kind};
use std::{collections::HashMap, sync::Arc, time::Duration};

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
    /// The path of the item whose unit sent it; empty if that is the unit of the run.
    pub(crate) item: Arc<str>,
}

/// The units of a run, as a reader sees them.
struct Units {
    /// The path of the item, and the number of the next event if the reader has seen all that precede it, by subject.
    known: HashMap<String, (Arc<str>, Option<u64>)>,
    is_from_start: bool,
}

impl Units {
    fn of(&mut self, subject: &str) -> &mut (Arc<str>, Option<u64>) {
        let first = self.is_from_start.then_some(1);
        self.known.entry(subject.to_owned()).or_insert_with(|| {
            let item = subject.rsplit_once('.').map_or(subject, |(_, last)| last);
            (item.split_once('~').map_or_else(String::new, |(path, _)| untoken(path)).into(), first)
        })
    }
}

impl JetStream {
    /// Returns the events of a run with ids greater than `after`, until its end. Lost connections are opened again.
    pub(crate) fn follow(&self, run: &str, after: u64) -> impl Stream<Item = Result<Sequenced, ClusterError>> + use<> {
        let (events, run) = (self.clone(), run.to_owned());
        async_stream::stream! {
            let subject = events.run_subjects(&token(&run));
            // A reader that starts at the beginning reads every event.
            let mut units = Units { known: HashMap::new(), is_from_start: after == 0 };
            let mut after = after;
            loop {
                let Ok(mut messages) = JetStream::messages(&events.stream, &subject, after / IDS).await else {
                    tokio::time::sleep(PAUSE).await;
                    continue;
                };
                while let Ok(Some(Ok(message))) = tokio::time::timeout(WATCHDOG, messages.next()).await {
                    let Ok(sequence) = message.info().map(|info| info.stream_sequence) else { break };
                    if !has_events(&message.subject) {
                        continue;
                    }
                    let (item, next) = units.of(&message.subject);
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
                        (after, *next) = (id, Some(event.seq + 1));
                        let is_last = event.event_type.kind() == Some(Kind::RunFinished);
                        yield Ok(Sequenced { id, event, item: Arc::clone(item) });
                        if is_last {
                            return;
                        }
                    }
                }
            }
        }
    }
}
