//! The times at which the server could be reached.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// The time for which a longer outage is remembered beside shorter ones.
const REMEMBERED: Duration = Duration::from_mins(1);

/// The last answer of the server, and the last outage.
#[derive(Debug, Default)]
pub(super) struct Contact(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    last: Option<Instant>,
    /// The end of the outage, and its length if the server has answered before.
    outage: Option<(Instant, Option<Duration>)>,
}

/// An outage as other processes may have seen it: the times are in seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Outage {
    /// The time since the server could be reached again, which is large if it always could.
    pub(super) since: f64,
    /// The longest time for which leases may not have been renewed.
    pub(super) length: f64,
}

/// Longer than any lease.
const ALWAYS: f64 = 1e9;

impl Contact {
    /// Notes an answer; `again` if the connection was lost before. The outage cannot have begun before the last answer: if a
    /// server ends idle sessions between two statements, other processes had the time to renew their leases.
    pub(super) fn answered(&self, again: bool) {
        let now = Instant::now();
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let last = state.last.replace(now);
        if !again {
            return;
        }
        let length = last.map(|last| now - last);
        // Several connections are replaced after an outage, of which only the first has seen its length.
        let is_shorter = |(end, longest): (Instant, Option<Duration>)| {
            let is_new = now - end < longest.unwrap_or_default().max(REMEMBERED);
            is_new && longest.is_none_or(|longest| length.is_some_and(|length| length < longest))
        };
        if !state.outage.is_some_and(is_shorter) {
            state.outage = Some((now, length));
        }
    }

    /// Returns the last outage.
    pub(super) fn outage(&self) -> Outage {
        let outage = self.0.lock().unwrap_or_else(PoisonError::into_inner).outage;
        outage.map_or(Outage { since: ALWAYS, length: 0.0 }, |(end, length)| Outage {
            since: end.elapsed().as_secs_f64(),
            length: length.map_or(ALWAYS, |length| length.as_secs_f64()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread::sleep;

    #[test]
    fn an_outage_began_after_the_last_answer() {
        let contact = Contact::default();
        assert_eq!(contact.outage(), Outage { since: ALWAYS, length: 0.0 });
        contact.answered(false);
        sleep(Duration::from_millis(50));
        contact.answered(true);
        let first = contact.outage().length;
        assert!((0.05..10.0).contains(&first));
        // The next connection that is replaced.
        contact.answered(true);
        assert!((contact.outage().length - first).abs() < f64::EPSILON);
    }

    #[test]
    fn an_outage_before_the_first_answer_has_no_known_length() {
        let contact = Contact::default();
        contact.answered(true);
        assert!(contact.outage().length >= ALWAYS && contact.outage().since < 10.0);
        sleep(Duration::from_millis(5));
        contact.answered(true);
        assert!(contact.outage().length >= ALWAYS);
    }
}
