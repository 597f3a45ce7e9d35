//! The format that a client accepts.

use crate::service::access::Problem;
use axum::http::{HeaderMap, StatusCode, header::ACCEPT};

/// Returns the first of the formats that the client likes best, by the header `Accept` (RFC 9110, section 12.5.1).
///
/// # Errors
/// Returns the problem 406 if the client accepts none of them.
pub(super) fn accepted_format(headers: &HeaderMap, formats: &[&'static str]) -> Result<&'static str, Problem> {
    let given: Vec<_> = headers.get_all(ACCEPT).iter().map(|value| value.to_str().unwrap_or("?")).collect();
    let ranges: Vec<_> = given.iter().flat_map(|value| elements(value)).filter_map(Range::parse).collect();
    // An empty header is none.
    if given.iter().all(|value| value.trim().is_empty()) {
        return Ok(formats[0]);
    }
    let mut best = None;
    for format in formats {
        // Of two formats that the client likes equally, it gets the format that it names.
        let liked = liked(&ranges, format).filter(|(quality, _)| *quality > 0);
        if liked > best.map(|(_, most)| most) {
            best = liked.map(|liked| (*format, liked));
        }
    }
    best.map(|(format, _)| format).ok_or_else(|| {
        let detail = format!("the resource is sent as {}", formats.join(" or "));
        Problem::new(StatusCode::NOT_ACCEPTABLE, "not-acceptable", "Not acceptable", detail)
    })
}

/// Returns the quality and the specificity of the most specific range that includes a format.
fn liked(ranges: &[Range<'_>], format: &str) -> Option<(u16, u8)> {
    let including = ranges.iter().filter_map(|range| Some((range.specificity(format)?, range.quality)));
    including.max().map(|(specificity, quality)| (quality, specificity))
}

/// An element of the header, such as `text/*;q=0.5`.
struct Range<'a> {
    kind: &'a str,
    subtype: &'a str,
    /// In thousandths.
    quality: u16,
}

impl<'a> Range<'a> {
    /// Returns `None` for an element that is not valid.
    fn parse(text: &'a str) -> Option<Self> {
        let mut parts = split(text, b';').map(str::trim);
        let (kind, subtype) = parts.next()?.split_once('/')?;
        if !is_token(kind) || !is_token(subtype) || (kind == "*" && subtype != "*") {
            return None;
        }
        let mut quality = 1000;
        for (name, value) in parts.filter_map(|part| part.split_once('=')) {
            if name.trim().eq_ignore_ascii_case("q") {
                quality = thousandths(value.trim())?;
            }
        }
        Some(Self { kind, subtype, quality })
    }

    /// Returns how specific the range is, or `None` if it does not include the format.
    fn specificity(&self, format: &str) -> Option<u8> {
        let (kind, subtype) = format.split_once('/')?;
        match (self.kind, self.subtype) {
            ("*", "*") => Some(0),
            (range, "*") if range.eq_ignore_ascii_case(kind) => Some(1),
            (range, name) if range.eq_ignore_ascii_case(kind) && name.eq_ignore_ascii_case(subtype) => Some(2),
            _ => None,
        }
    }
}

/// Returns the elements of a list, in which commas may be quoted.
fn elements(value: &str) -> impl Iterator<Item = &str> {
    split(value, b',').map(str::trim).filter(|element| !element.is_empty())
}

/// Splits at separators outside of quotes.
pub(super) fn split(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    text.split(move |character: char| {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ => {}
        }
        !quoted && character == char::from(separator)
    })
}

pub(super) fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// Parses a quality, which has at most three digits after the point and is at most 1.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.len() > 3 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part: u16 = format!("{part:0<3}").parse().ok()?;
    match whole {
        "0" => Some(part),
        "1" if part == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    const BOTH: [&str; 2] = ["text/event-stream", "application/x-ndjson"];

    fn accepted(values: &[&str]) -> Option<&'static str> {
        let values = values.iter().map(|value| (ACCEPT, HeaderValue::from_bytes(value.as_bytes()).expect("a header")));
        let headers: HeaderMap = values.collect();
        accepted_format(&headers, &BOTH).map_err(|problem| assert_eq!(problem.status(), 406)).ok()
    }

    #[test]
    fn the_format_with_the_highest_quality_is_sent() {
        let [sse, lines] = BOTH.map(Some);
        for (values, expected) in [
            (&[][..], sse),
            (&[""], sse),
            (&["*/*"], sse),
            (&["text/event-stream"], sse),
            (&["application/x-ndjson"], lines),
            (&["APPLICATION/X-NDJSON"], lines),
            (&["application/x-ndjson; charset=utf-8"], lines),
            (&["Text/*"], sse),
            (&["application/*"], lines),
            (&["application/x-ndjson, */*;q=0.1"], lines),
            (&["*/*;q=0.1,application/x-ndjson"], lines),
            (&["text/event-stream;q=0.5, application/x-ndjson;q=0.6"], lines),
            (&["text/event-stream;q=0.501, application/x-ndjson;Q=0.5"], sse),
            (&["text/event-stream ; q=0, */*"], lines),
            (&["text/event-stream;q=0.0, */*;q=0.001"], lines),
            (&["text/*;q=0.9, text/event-stream;q=0.1, application/*;q=0.5"], lines),
            (&["text/event-stream;q=0.1", "application/x-ndjson"], lines),
            (&["text/html, application/xhtml+xml, */*;q=0.8"], sse),
            (&["a/b;c=\",application/x-ndjson\", text/event-stream"], sse),
            (&[" , application/x-ndjson,, "], lines),
            (&["nonsense, application/x-ndjson"], lines),
            (&["*/*, application/x-ndjson"], lines),
            (&["text/*, application/x-ndjson"], lines),
            (&["application/x-ndjson, text/event-stream"], sse),
        ] {
            assert_eq!(accepted(values), expected, "{values:?}");
        }
    }

    #[test]
    fn a_client_that_accepts_neither_format_is_refused() {
        for value in [
            "application/json",
            "text/plain",
            "*/*;q=0",
            "text/event-stream;q=0",
            "text/event-stream;q=0.000, application/x-ndjson;q=0",
            "text",
            "*/event-stream",
            "text/event-stream;q=2",
            "text/event-stream;q=-1",
            "text/event-stream;q=0.1234",
            "text/event-stream;q=x",
            "a/b;c=\"application/x-ndjson\"",
            "é",
        ] {
            assert_eq!(accepted(&[value]), None, "{value}");
        }
    }
}
