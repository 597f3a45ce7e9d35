//! The events of a recorded run, on their way to a reader.

use super::{followed::Sent, state::State};
use crate::{Cut, Source};
use futures_core::Stream;
use futures_util::StreamExt;
use runnable::store::{LogEvent, RunEvent, RunStatus, StoreError, StoreErrorKind};
use std::{
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

/// How often a run that was interrupted is looked at again.
const INTERRUPTED: Duration = Duration::from_secs(1);

/// The events of a run: those in the log, then live; of a run that was interrupted, also those of its next part.
pub(super) struct Feed {
    events: Pin<Box<dyn Stream<Item = Result<LogEvent, Cut>> + Send>>,
    state: Arc<State>,
    run: String,
    cut: Option<Cut>,
}

impl Feed {
    pub(super) fn new(state: &Arc<State>, run: String, after: u64) -> Self {
        let events = Box::pin(events(Arc::clone(state), run.clone(), after));
        Self { events, state: Arc::clone(state), run, cut: None }
    }
}

impl Stream for Feed {
    type Item = Sent;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<Sent>> {
        match ready!(self.events.as_mut().poll_next(task)) {
            Some(Ok(followed)) => Poll::Ready(Some(Sent::new(followed, self.state.limits.event))),
            Some(Err(cut)) => {
                self.cut = Some(cut);
                Poll::Ready(None)
            }
            None => Poll::Ready(None),
        }
    }
}

impl Source for Feed {
    fn cancel(&mut self) -> bool {
        self.state.live.cancel(&self.run)
    }

    fn cut(&self) -> Option<Cut> {
        self.cut
    }
}

fn events(state: Arc<State>, run: String, mut after: u64) -> impl Stream<Item = Result<LogEvent, Cut>> + Send {
    async_stream::stream! {
        loop {
            let Ok(mut follow) = state.runner.events(&run, after, state.limits.lagging) else {
                yield Err(Cut::Failed);
                return;
            };
            let mut finished = false;
            // Asked where nothing is there to read: that is cheaper than with each event.
            let mut stopped = pin!(state.stop.cancelled());
            loop {
                let next = tokio::select! {
                    biased;
                    next = follow.next() => next,
                    () = &mut stopped => {
                        yield Err(Cut::Shutdown);
                        return;
                    }
                };
                match next {
                    Some(Ok(followed)) => {
                        after = last(&followed);
                        finished = followed.event().map(RunEvent::event_type) == Some("run.finished");
                        yield Ok(followed);
                    }
                    Some(Err(error)) => {
                        yield Err(cut(&state, &error));
                        return;
                    }
                    None => break,
                }
            }
            if finished || !goes_on(&state, &run, after).await {
                return;
            }
        }
    }
}

fn last(followed: &LogEvent) -> u64 {
    match followed {
        LogEvent::Gap { to, .. } => *to,
        followed => followed.event().map_or(0, RunEvent::seq),
    }
}

/// Waits until a run that was interrupted has more events, or is resumed; false where it has ended, or the server stops.
async fn goes_on(state: &State, run: &str, after: u64) -> bool {
    loop {
        let record = match state.runner.log() {
            Ok(log) => log.run(run).await,
            Err(error) => Err(error),
        };
        match record {
            Ok(Some(record)) if record.last_seq > after || record.status == RunStatus::Running => return true,
            Ok(Some(record)) if record.status != RunStatus::Interrupted => return false,
            Ok(None) => return false,
            Ok(Some(_)) | Err(_) => {}
        }
        tokio::select! {
            () = tokio::time::sleep(INTERRUPTED) => {}
            () = state.stop.cancelled() => return false,
        }
    }
}

fn cut(state: &State, error: &StoreError) -> Cut {
    match error.kind() {
        // The runner is closed before its readers are sent away.
        _ if state.stopping.is_cancelled() => Cut::Shutdown,
        StoreErrorKind::NotFound => Cut::Expired,
        StoreErrorKind::Lagging => Cut::Slow,
        _ => {
            tracing::error!(%error, "the events of a run cannot be read");
            Cut::Failed
        }
    }
}
