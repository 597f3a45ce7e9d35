//! Short texts of an event, made on the stack: formatting each would cost more than writing it.
//!
//! A thread that writes events writes many of one run, and many in a second: it remembers the last texts of both.

use arrayvec::ArrayString;
use std::{
    cell::Cell,
    fmt::Write,
    time::{Duration, UNIX_EPOCH},
};

const ULID: usize = ulid::ULID_LEN;
/// The second, without its fraction.
const SECOND: usize = "2026-01-31T12:34:56".len();

/// With milliseconds and the zone.
const TIME: usize = SECOND + ".123Z".len();

thread_local! {
    static LAST_ULID: Cell<((u64, u64), ArrayString<ULID>)> = const { Cell::new(((0, 0), ArrayString::new_const())) };
    static LAST_SECOND: Cell<(u64, ArrayString<SECOND>)> = const { Cell::new((0, ArrayString::new_const())) };
    /// Events that were taken together have one time.
    static LAST_TIME: Cell<(u64, ArrayString<TIME>)> = const { Cell::new((0, ArrayString::new_const())) };
}

/// The text of a ULID.
pub(crate) fn of_ulid(halves: (u64, u64)) -> ArrayString<ULID> {
    let (last, text) = LAST_ULID.get();
    if last == halves && !text.is_empty() {
        return text;
    }
    let mut text = ArrayString::new();
    text.push_str(ulid::Ulid::from(halves).array_to_str(&mut [0; ULID]));
    LAST_ULID.set((halves, text));
    text
}

/// The id of an event, and where in it its run's ends; `None` where somebody gave the run a long name.
pub(crate) fn id(run: &str, seq: u64) -> Option<(ArrayString<64>, usize)> {
    let mut id = ArrayString::new();
    id.try_push_str(run).ok()?;
    id.try_push_str(":").ok()?;
    id.try_push_str(itoa::Buffer::new().format(seq)).ok()?;
    Some((id, run.len()))
}

/// A time in milliseconds by RFC 3339, of nanoseconds since the Unix epoch.
pub(crate) fn of_time(nanoseconds: u64) -> ArrayString<TIME> {
    let (last, text) = LAST_TIME.get();
    if last == nanoseconds && !text.is_empty() {
        return text;
    }
    let text = of_other_time(nanoseconds);
    LAST_TIME.set((nanoseconds, text));
    text
}

fn of_other_time(nanoseconds: u64) -> ArrayString<TIME> {
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
    // It fits until the year 9999, and nanoseconds end in 2554.
    let _ = write!(all, "{time}");
    text.push_str(all.trim_end_matches('Z'));
    text
}

/// The last two digits of a number.
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
            assert_eq!(&*of_time(time), expected.to_string());
        }
    }

    #[test]
    fn a_ulid_is_written_as_it_prints_whatever_was_written_before() {
        for halves in [(0, 0), (0, 1), (0, 1), (7, 1), (u64::MAX, u64::MAX), (0, 0)] {
            assert_eq!(&*of_ulid(halves), ulid::Ulid::from(halves).to_string());
        }
    }

    #[test]
    fn an_id_is_the_run_and_the_number_unless_the_name_is_long() {
        let (id, run) = id("run", u64::MAX).unwrap();
        assert_eq!((&*id, &id[..run]), ("run:18446744073709551615", "run"));
        assert_eq!(super::id(&"a".repeat(62), 1).map(|(id, _)| id.len()), Some(64));
        assert!(super::id(&"a".repeat(62), 10).is_none() && super::id(&"a".repeat(65), 1).is_none());
    }
}
