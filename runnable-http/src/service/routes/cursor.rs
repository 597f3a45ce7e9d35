//! The event after which a reader continues.

use crate::service::access::Problem;
use axum::http::{HeaderMap, HeaderName};
use runnable_wire::EventId;

pub(super) const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// Returns `true` if a request has the header `Last-Event-ID`.
pub(super) fn resumes(headers: &HeaderMap) -> bool {
    headers.get(LAST_EVENT_ID).is_some_and(|id| !id.is_empty())
}

/// Returns the number of the last event of `run` that the reader has: from the header `Last-Event-ID`, or else from `after`, or
/// else 0.
pub(super) fn cursor(run: &str, headers: &HeaderMap, after: Option<u64>) -> Result<u64, Problem> {
    let Some(id) = headers.get(LAST_EVENT_ID).filter(|id| !id.is_empty()) else { return Ok(after.unwrap_or(0)) };
    let Some((of, seq)) = id.to_str().ok().and_then(EventId::split) else {
        return Err(Problem::invalid("the header `Last-Event-ID` is not the id of an event: expected `RUN:NUMBER`"));
    };
    if of != run {
        return Err(Problem::invalid("the header `Last-Event-ID` names an event of another run"));
    }
    Ok(seq)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(id: &str) -> Result<u64, u16> {
        let headers = HeaderMap::from_iter([(LAST_EVENT_ID, id.parse().expect("a header"))]);
        cursor("a:b", &headers, Some(7)).map_err(|problem| problem.status().as_u16())
    }

    #[test]
    fn the_header_takes_precedence_over_the_query() {
        assert_eq!(of("a:b:3"), Ok(3));
        assert_eq!(of(""), Ok(7));
        assert_eq!(cursor("a:b", &HeaderMap::new(), None).ok(), Some(0));
    }

    #[test]
    fn an_id_of_another_run_or_an_invalid_one_is_refused() {
        for id in ["3", "a:b", "b:3", "a:b:", "a:b:+3", "a:b:-3", "a:b:99999999999999999999", "a:b:3 ", "A:B:3"] {
            assert_eq!(of(id), Err(422), "{id}");
        }
    }
}
