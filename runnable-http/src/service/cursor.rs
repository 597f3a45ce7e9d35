//! Where a reader goes on.

use super::problem::Problem;
use axum::http::{HeaderMap, HeaderName};

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// Whether a reader says what it has read.
pub(super) fn resumes(headers: &HeaderMap) -> bool {
    headers.get(LAST_EVENT_ID).is_some_and(|id| !id.is_empty())
}

/// The number of the last event of `run` that the reader has: of `Last-Event-ID`, or else `after`, or else 0.
pub(super) fn cursor(run: &str, headers: &HeaderMap, after: Option<u64>) -> Result<u64, Problem> {
    let Some(id) = headers.get(LAST_EVENT_ID).filter(|id| !id.is_empty()) else { return Ok(after.unwrap_or(0)) };
    let parts = id.to_str().ok().and_then(|id| id.rsplit_once(':'));
    let Some((of, seq)) = parts.and_then(|(of, seq)| Some((of, number(seq)?))) else {
        return Err(Problem::invalid("the header `Last-Event-ID` is no id of an event: expected `RUN:NUMBER`"));
    };
    if of != run {
        return Err(Problem::invalid("the header `Last-Event-ID` is of another run"));
    }
    Ok(seq)
}

/// Digits alone: `+1` is no number of an event.
fn number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(id: &str) -> Result<u64, u16> {
        let headers = HeaderMap::from_iter([(LAST_EVENT_ID, id.parse().expect("a header"))]);
        cursor("a:b", &headers, Some(7)).map_err(|problem| problem.status().as_u16())
    }

    #[test]
    fn the_header_goes_before_the_query() {
        assert_eq!(of("a:b:3"), Ok(3));
        assert_eq!(of(""), Ok(7));
        assert_eq!(cursor("a:b", &HeaderMap::new(), None).ok(), Some(0));
    }

    #[test]
    fn what_is_no_id_of_the_run_is_refused() {
        for id in ["3", "a:b", "b:3", "a:b:", "a:b:+3", "a:b:-3", "a:b:99999999999999999999", "a:b:3 ", "A:B:3"] {
            assert_eq!(of(id), Err(422), "{id}");
        }
    }
}
