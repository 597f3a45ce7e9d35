//! Conversion of times. The public API has [`SystemTime`], databases have milliseconds since the Unix epoch, and JSON has
//! RFC 3339.

use serde::Serializer;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Returns the milliseconds since the Unix epoch; negative before it.
pub(crate) fn to_millis(time: SystemTime) -> i64 {
    let millis = |duration: Duration| i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => millis(since),
        Err(error) => -millis(error.duration()),
    }
}

/// Returns the time of a number of milliseconds since the Unix epoch, or the epoch if the system cannot represent the time.
pub(crate) fn from_millis(millis: i64) -> SystemTime {
    let duration = Duration::from_millis(millis.unsigned_abs());
    let time = if millis < 0 { UNIX_EPOCH.checked_sub(duration) } else { UNIX_EPOCH.checked_add(duration) };
    time.unwrap_or(UNIX_EPOCH)
}

/// Returns the time as every log keeps it: in whole milliseconds.
pub(crate) fn whole_millis(time: SystemTime) -> SystemTime {
    from_millis(to_millis(time))
}

/// Returns the current time in milliseconds since the Unix epoch.
#[cfg(any(feature = "sqlite", feature = "postgres"))]
pub(crate) fn now() -> i64 {
    to_millis(SystemTime::now())
}

/// Serializes a time as RFC 3339 in milliseconds, as events have it.
pub(crate) fn serialize<S: Serializer>(time: &SystemTime, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(runnable_wire::Timestamp::from_millis(to_millis(*time)).as_str())
}

/// Serializes a time that may be missing; see [`serialize`].
#[expect(clippy::ref_option, reason = "the signature that serde asks for")]
pub(crate) fn serialize_option<S: Serializer>(time: &Option<SystemTime>, to: S) -> Result<S::Ok, S::Error> {
    match time {
        Some(time) => serialize(time, to),
        None => to.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds_survive_the_conversion_in_both_directions() {
        for millis in [i64::MIN + 1, -1_500, -1, 0, 1, 1_700_000_000_123, i64::MAX] {
            let time = from_millis(millis);
            assert!(to_millis(time) == millis || time == UNIX_EPOCH, "{millis}");
        }
        assert_eq!(from_millis(-1_500), UNIX_EPOCH - Duration::from_millis(1_500));
    }

    #[test]
    fn times_are_kept_in_whole_milliseconds() {
        let time = UNIX_EPOCH + Duration::new(5, 1_999_999);
        assert_eq!(whole_millis(time), UNIX_EPOCH + Duration::from_millis(5_001));
    }
}
