//! Texts and times in arguments.

use crate::failure::{Failure, Result};
use clap::ArgMatches;
use humantime::{parse_duration, parse_rfc3339_weak};
use std::time::{Duration, SystemTime};

/// Returns an argument that the tree of commands requires.
pub(super) fn text<'a>(arguments: &'a ArgMatches, name: &str) -> &'a str {
    arguments.get_one::<String>(name).map_or("", String::as_str)
}

/// Reads a time: `2h`, `2h ago`, `2026-11-27` or `2026-11-27T10:00:00Z`. A date is in UTC.
pub(super) fn time(flag: &str, text: &str, now: SystemTime) -> Result<SystemTime> {
    if let Ok(passed) = parse_duration(text.trim_end_matches("ago").trim()) {
        return Ok(before(now, passed));
    }
    let date = if text.len() == "2026-11-27".len() { format!("{text} 00:00:00") } else { text.to_owned() };
    parse_rfc3339_weak(&date).map_err(|_| {
        Failure::usage(format!("--{flag}: expected a time such as `2h`, `30m`, `7d` or `2026-11-27`, found `{text}`"))
    })
}

/// Returns the time that was this long ago, since 1970 at the earliest.
pub(super) fn before(now: SystemTime, passed: Duration) -> SystemTime {
    now.checked_sub(passed).unwrap_or(SystemTime::UNIX_EPOCH).max(SystemTime::UNIX_EPOCH)
}

/// Reads a duration: `30d`.
pub(super) fn duration(flag: &str, text: &str) -> Result<Duration> {
    parse_duration(text)
        .map_err(|_| Failure::usage(format!("--{flag}: expected a duration such as `12h` or `30d`, found `{text}`")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_ages_or_dates() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_hours(500_000);
        let at = |seconds| Some(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        for (text, expected) in [
            ("2h", at(1_799_992_800)),
            ("2h ago", at(1_799_992_800)),
            ("1d 1h", at(1_799_910_000)),
            ("2026-11-27", at(1_795_737_600)),
            ("2026-11-27 10:00:00", at(1_795_773_600)),
            ("2026-11-27T10:00:00Z", at(1_795_773_600)),
            ("9999y", at(0)),
            ("2", None),
            ("", None),
            ("yesterday", None),
            ("-2h", None),
        ] {
            assert_eq!(time("since", text, now).ok(), expected, "{text}");
        }
    }
}
