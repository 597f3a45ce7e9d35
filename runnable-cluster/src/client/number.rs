//! The numbers of events that are only in the run log.
//!
//! A reader names the last event that it has seen by its number, and the servers delete the events of a run while the run log
//! keeps them. The numbers in the run log are written so that none is the id of an event on the servers: a reader that continues
//! with an id from there would otherwise skip events.

use crate::unit::MAX_EVENTS;

/// The number of ids of a message. The second half is never used.
const IDS: u64 = crate::jetstream::IDS;
const HALF: u64 = IDS / 2;
const _: () = assert!(MAX_EVENTS as u64 <= HALF, "a message has events in the first half of its ids");

/// Returns the number of the event `seq` of the run log. Numbers grow.
pub(super) fn of_logged(seq: u64) -> u64 {
    // The servers number messages from 1.
    if seq < IDS { seq } else { seq / HALF * IDS + HALF + seq % HALF }
}

/// Returns the event of the run log with this number, or `None` if it is the id of an event on the servers.
pub(super) fn to_logged(number: u64) -> Option<u64> {
    if number < IDS {
        return Some(number);
    }
    let seq = number / IDS * HALF + number % HALF;
    (of_logged(seq) == number).then_some(seq)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_grow_and_none_is_the_id_of_an_event() {
        let mut last = None;
        for seq in 0..10_000 {
            let number = of_logged(seq);
            assert!(last < Some(number), "{seq}");
            assert_eq!(to_logged(number), Some(seq));
            last = Some(number);
        }
        for message in 1..100 {
            for index in 0..MAX_EVENTS as u64 {
                assert_eq!(to_logged(message * IDS + index), None, "{message} {index}");
            }
        }
    }
}
