//! The last event of a run, and single events.

use super::{batch, connect::JetStream, follow::IDS, publish::has_events, subject::RequestError};
use crate::{
    error::{ClusterError, ClusterErrorKind},
    unit::token,
};
use async_nats::jetstream::{message::StreamMessage, stream::RawMessageErrorKind};
use runnable_store::{EventRecord, Kind};

/// The events of a run so far.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    /// The id of the last event, or a greater number without an event.
    pub(crate) last: u64,
    /// The last event, if the run has ended.
    pub(crate) end: Option<EventRecord>,
}

impl JetStream {
    /// Returns an error if the servers do not answer.
    pub(crate) async fn check(&self) -> Result<(), ClusterError> {
        self.stream.get_info().await.map(drop).map_err(|error| {
            let message = "the NATS servers do not answer\nhelp: check that they are running";
            ClusterError::new(ClusterErrorKind::Unreachable, message).with_source(error)
        })
    }

    /// Returns the events of a run so far.
    pub(crate) async fn progress(&self, run: &str) -> Result<Progress, ClusterError> {
        let token = token(run);
        for subject in [self.events_subject(&token), self.run_subjects(&token)] {
            let last = self.last(&self.stream, &subject).await.map_err(|error| unreadable(run, error))?;
            let Some(message) = last else { continue };
            let mut events = self.events_in(run, &message)?;
            let last = message.sequence.saturating_mul(IDS) + (events.len() as u64).saturating_sub(1);
            let end = events.pop().filter(|event| event.event_type.kind() == Some(Kind::RunFinished));
            // The run's other subjects matter as long as it has not ended.
            if end.is_some() || subject.ends_with('>') {
                return Ok(Progress { last, end });
            }
        }
        Ok(Progress::default())
    }

    /// Returns the event of a run with this id, or `None` if there is none.
    pub(crate) async fn event(&self, run: &str, id: u64) -> Result<Option<EventRecord>, ClusterError> {
        if id < IDS {
            return Ok(None);
        }
        let message = match self.stream.get_raw_message(id / IDS).await {
            Ok(message) => message,
            Err(error) if error.kind() == RawMessageErrorKind::NoMessageFound => return Ok(None),
            Err(error) => return Err(unreadable(run, error.into())),
        };
        let events = self.events_in(run, &message)?;
        Ok(usize::try_from(id % IDS).ok().and_then(|index| events.into_iter().nth(index)))
    }

    /// Returns the events in a message, which has none if it is not a message with events of the run.
    fn events_in(&self, run: &str, message: &StreamMessage) -> Result<Vec<EventRecord>, ClusterError> {
        let own = self.run_subjects(&token(run));
        let is_own = message.subject.starts_with(own.trim_end_matches('>'));
        if !is_own || !has_events(&message.subject) {
            return Ok(Vec::new());
        }
        batch::decode(&message.payload).map_err(|error| {
            let message = format!("an event of the run `{run}` cannot be read");
            ClusterError::new(ClusterErrorKind::Invalid, message).with_source(error)
        })
    }
}

fn unreadable(run: &str, source: RequestError) -> ClusterError {
    let message = format!("cannot read the events of the run `{run}`");
    ClusterError::new(ClusterErrorKind::Unreachable, message).with_source(source)
}
