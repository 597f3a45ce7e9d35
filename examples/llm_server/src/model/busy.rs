//! Honouring `Retry-After`.

use reqwest::header::{HeaderMap, RETRY_AFTER};
use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, SystemTime},
};
use tokio::time::Instant;

/// The time until which a busy server must not be asked by any request.
#[derive(Debug, Default)]
pub(super) struct Busy(Mutex<Option<Instant>>);

impl Busy {
    pub(super) fn for_at_least(&self, wait: Duration) {
        let until = Instant::now() + wait;
        let mut busy = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *busy = (*busy).max(Some(until));
    }

    /// Waits until the server may be asked again.
    pub(super) async fn over(&self) {
        let until = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(until) = until {
            tokio::time::sleep_until(until).await;
        }
    }
}

/// Parses the header `Retry-After`, which is a number of seconds or a date.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: &'static str) -> Option<Duration> {
        retry_after(&HeaderMap::from_iter([(RETRY_AFTER, value.parse().unwrap())]))
    }

    #[test]
    fn retry_after_is_a_number_of_seconds_or_a_date() {
        assert_eq!(of("7"), Some(Duration::from_secs(7)));
        assert_eq!(of("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        let soon = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(100));
        let wait = of(soon.leak()).unwrap();
        assert!(wait > Duration::from_secs(90) && wait <= Duration::from_secs(100), "{wait:?}");
        for nonsense in ["", "soon", "-1", "99999999999999999999999"] {
            assert_eq!(of(nonsense), None, "{nonsense}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn requests_wait_for_the_longest_delay() {
        let (busy, start) = (Busy::default(), Instant::now());
        busy.over().await;
        assert_eq!(start.elapsed(), Duration::ZERO);
        busy.for_at_least(Duration::from_secs(5));
        busy.for_at_least(Duration::from_secs(2));
        busy.over().await;
        assert!(start.elapsed() >= Duration::from_secs(5));
    }
}
