//! Times in a query.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Parses a time in RFC 3339 in UTC, such as `2026-11-27T10:04:52.120Z`, or in milliseconds since the Unix epoch.
pub(super) fn parse(text: &str) -> Option<SystemTime> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return UNIX_EPOCH.checked_add(Duration::from_millis(text.parse().ok()?));
    }
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let (time, fraction) = time.split_once('.').map_or((time, None), |(time, fraction)| (time, Some(fraction)));
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = [31, 28 + u64::from(leap), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let month = usize::try_from(month).ok()?.checked_sub(1)?;
    if year < 1970 || day == 0 || day > *days.get(month)? || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let leaps = |year: u64| year / 4 - year / 100 + year / 400;
    let years = (year - 1970) * 365 + leaps(year - 1) - leaps(1969);
    let seconds = (((years + days[..month].iter().sum::<u64>() + day - 1) * 24 + hour) * 60 + minute) * 60 + second;
    let millis = match fraction {
        None => 0,
        Some(digits) if (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{digits:0<3}")[..3].parse().ok()?
        }
        Some(_) => return None,
    };
    UNIX_EPOCH.checked_add(Duration::from_millis(seconds * 1000 + millis))
}

/// Returns three numbers with these numbers of digits.
fn numbers(text: &str, separator: char, digits: [usize; 3]) -> Option<[u64; 3]> {
    let mut parts = text.split(separator);
    let numbers = digits.map(|digits| {
        let part = parts.next().filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()));
        part.and_then(|part| part.parse().ok())
    });
    let [Some(first), Some(second), Some(third)] = numbers else { return None };
    parts.next().is_none().then_some([first, second, third])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_is_sent_is_read_back() {
        for millis in [0, 1, 951_782_400_000, 1_709_164_800_123, 1_795_774_317_483, 4_102_444_799_999] {
            let text = runnable_wire::Timestamp::from_millis(millis).to_string();
            let expected = UNIX_EPOCH + Duration::from_millis(millis.unsigned_abs());
            assert_eq!(parse(&text), Some(expected), "{text}");
            assert_eq!(parse(&millis.to_string()), Some(expected));
        }
        assert_eq!(parse("1970-01-01T00:00:01Z"), parse("1000"));
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "-1",
            "now",
            "2h",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z",
            "2026-01-32T00:00:00Z",
            "2026-01-01",
            "2026-01-01T00:00:00",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00+01:00",
            "26-01-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "99999999999999999999",
            "2026-01-01T00:00:00.1234567890Z",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
