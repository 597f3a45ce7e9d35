//! Times in a query.

use serde_json::{Value, json};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Returns the JSON Schema of a time.
pub(super) fn schema() -> Value {
    let year = r"(19[7-9]\d|[2-9]\d{3})";
    let day = r"((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))";
    let time = r"([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,9})?";
    json!({ "anyOf": [
        { "type": "string", "pattern": format!("^{year}-{day}T{time}Z$") },
        { "type": "integer", "minimum": 0, "maximum": u64::MAX },
    ] })
}

/// Parses a time in RFC 3339 in UTC, such as `2026-11-27T10:04:52.120Z`, or in milliseconds since the Unix epoch.
pub(super) fn parse(text: &str) -> Option<SystemTime> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return UNIX_EPOCH.checked_add(Duration::from_millis(text.parse().ok()?));
    }
    humantime::parse_rfc3339(text).ok()
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
            "2026-01-01T00:00:00+01:00",
            "26-01-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "99999999999999999999",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
