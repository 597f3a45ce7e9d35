//! Durations and ages.

use std::time::Duration;

const SECOND: u128 = 1000;
const MINUTE: u128 = 60 * SECOND;
const HOUR: u128 = 60 * MINUTE;
const DAY: u128 = 24 * HOUR;

/// Returns a duration in at most two units: `<1 ms`, `340 ms`, `1.24s`, `12.4s`, `2 min 5 s`, `2 h 10 min`, `3 d 4 h`.
///
/// Run logs keep milliseconds, so a duration of zero is shown as `<1 ms`.
#[must_use]
pub fn duration(duration: Duration) -> String {
    let millis = duration.as_millis();
    let rest = |unit: u128, below: u128| (millis / unit, millis % unit / below);
    let two = |(first, second): (u128, u128), units: [&str; 2]| match second {
        0 => format!("{first} {}", units[0]),
        _ => format!("{first} {} {second} {}", units[0], units[1]),
    };
    match millis {
        0 => "<1 ms".to_owned(),
        1..SECOND => format!("{millis} ms"),
        // Rounded down, so that 9.999 s is not shown as 10.00 s.
        SECOND..10_000 => format!("{}.{:02}s", millis / SECOND, millis % SECOND / 10),
        10_000..MINUTE => format!("{}.{}s", millis / SECOND, millis % SECOND / 100),
        MINUTE..HOUR => two(rest(MINUTE, SECOND), ["min", "s"]),
        HOUR..DAY => two(rest(HOUR, MINUTE), ["h", "min"]),
        _ => two(rest(DAY, HOUR), ["d", "h"]),
    }
}

/// Returns a running time as a clock shows it: `0:07`, `12:42`, `1:02:03`.
#[must_use]
pub fn clock(duration: Duration) -> String {
    let seconds = duration.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 { format!("{minutes}:{seconds:02}") } else { format!("{hours}:{minutes:02}:{seconds:02}") }
}

/// Returns the time that has passed in its largest unit: `now`, `42 s ago`, `2 min ago`, `3 h ago`, `5 d ago`.
#[must_use]
pub fn age(passed: Duration) -> String {
    let millis = passed.as_millis();
    let ago = |unit: u128, name: &str| format!("{} {name} ago", millis / unit);
    match millis {
        0..2000 => "now".to_owned(),
        2000..MINUTE => ago(SECOND, "s"),
        MINUTE..HOUR => ago(MINUTE, "min"),
        HOUR..DAY => ago(HOUR, "h"),
        _ => ago(DAY, "d"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_at_most_two_units() {
        for (millis, text) in [
            (0, "<1 ms"),
            (1, "1 ms"),
            (999, "999 ms"),
            (1_000, "1.00s"),
            (1_249, "1.24s"),
            (9_999, "9.99s"),
            (10_000, "10.0s"),
            (59_999, "59.9s"),
            (60_000, "1 min"),
            (125_000, "2 min 5 s"),
            (3_599_999, "59 min 59 s"),
            (7_800_000, "2 h 10 min"),
            (86_400_000, "1 d"),
            (273_600_000, "3 d 4 h"),
        ] {
            assert_eq!(duration(Duration::from_millis(millis)), text, "{millis}");
        }
        assert_eq!(duration(Duration::from_micros(40)), "<1 ms");
        assert!(duration(Duration::MAX).ends_with(" h"));
    }

    #[test]
    fn clocks_and_ages() {
        let seconds = Duration::from_secs;
        assert_eq!([7, 762, 3723].map(|s| clock(seconds(s))), ["0:07", "12:42", "1:02:03"]);
        assert_eq!(
            [1, 42, 120, 10_800, 500_000].map(|s| age(seconds(s))),
            ["now", "42 s ago", "2 min ago", "3 h ago", "5 d ago"]
        );
    }
}
