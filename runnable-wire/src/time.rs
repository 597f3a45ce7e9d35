//! The time of an event.
//!
//! A thread that writes events writes many within a second, and events that were taken together have the same time. So each
//! thread keeps the last texts: formatting a time costs more than writing the rest of the envelope.

use arrayvec::ArrayString;
use std::{
    cell::Cell,
    fmt::{self, Write},
    time::{Duration, UNIX_EPOCH},
};

/// Without the fraction and the zone.
const SECOND: usize = "2026-01-31T12:34:56".len();
const TIME: usize = SECOND + ".123Z".len();

thread_local! {
    static LAST_SECOND: Cell<(u64, ArrayString<SECOND>)> = const { Cell::new((0, ArrayString::new_const())) };
    static LAST_TIME: Cell<(u64, ArrayString<TIME>)> = const { Cell::new((0, ArrayString::new_const())) };
}

/// A time in UTC as RFC 3339 has it, in milliseconds: `2026-01-31T12:34:56.789Z`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Timestamp(ArrayString<TIME>);

impl Timestamp {
    /// Formats a time in nanoseconds since the Unix epoch.
    #[must_use]
    pub fn from_nanos(nanoseconds: u64) -> Self {
        let (last, text) = LAST_TIME.get();
        if last == nanoseconds && !text.is_empty() {
            return Self(text);
        }
        let text = other(nanoseconds);
        LAST_TIME.set((nanoseconds, text));
        Self(text)
    }

    /// Formats a time in milliseconds since the Unix epoch. Times before the epoch are formatted as the epoch.
    #[must_use]
    pub fn from_millis(milliseconds: i64) -> Self {
        Self::from_nanos(u64::try_from(milliseconds).unwrap_or(0).saturating_mul(1_000_000))
    }

    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({self})")
    }
}

fn other(nanoseconds: u64) -> ArrayString<TIME> {
    let (second, millisecond) = (nanoseconds / 1_000_000_000, nanoseconds / 1_000_000 % 1000);
    let (last, mut text) = LAST_SECOND.get();
    if last != second || text.is_empty() {
        text = of_second(second);
        LAST_SECOND.set((second, text));
    }
    let mut time = ArrayString::new();
    time.push_str(&text);
    time.push_str([".0", ".1", ".2", ".3", ".4", ".5", ".6", ".7", ".8", ".9"][(millisecond / 100) as usize]);
    time.push_str(two_digits(millisecond));
    time.push_str("Z");
    time
}

#[cold]
fn of_second(second: u64) -> ArrayString<SECOND> {
    let time = humantime::format_rfc3339_seconds(UNIX_EPOCH + Duration::from_secs(second));
    let (mut all, mut text) = (ArrayString::<{ SECOND + 1 }>::new(), ArrayString::new());
    // The text fits until the year 9999, and 64 bits of nanoseconds end in 2554.
    let _ = write!(all, "{time}");
    text.push_str(all.trim_end_matches('Z'));
    text
}

/// Returns the last two digits of a number.
fn two_digits(number: u64) -> &'static str {
    const ALL: &str = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
                       5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    let at = (number % 100) as usize * 2;
    &ALL[at..at + 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_humantime_does() {
        let times =
            (0..2000).map(|n| n * 9_223_372_036_854_775).chain((0..3000).map(|n| n * 999_999)).chain([u64::MAX]);
        for time in times {
            let expected = humantime::format_rfc3339_millis(UNIX_EPOCH + Duration::from_nanos(time));
            assert_eq!(Timestamp::from_nanos(time).as_str(), expected.to_string());
        }
    }

    #[test]
    fn milliseconds_before_the_epoch_are_the_epoch() {
        assert_eq!(Timestamp::from_millis(-1).as_str(), "1970-01-01T00:00:00.000Z");
        assert_eq!(Timestamp::from_millis(1_700_000_000_123).as_str(), "2023-11-14T22:13:20.123Z");
        assert_eq!(Timestamp::from_millis(i64::MAX), Timestamp::from_nanos(u64::MAX));
    }
}
