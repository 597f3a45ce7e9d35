//! The addresses of a run's resources.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::{fmt, sync::Arc};

/// The characters of an id that have a meaning in a path, or none in an address.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':');

/// The address of a run. It starts with the path under which the client reaches the service.
#[derive(Debug, Clone)]
pub(in crate::service) struct RunAddress(Arc<str>);

impl RunAddress {
    /// Returns the address of a run for a client that requested `path`, whose last `segments` belong to the service.
    pub(in crate::service) fn new(path: &str, segments: usize, run: &str) -> Self {
        let base = path.rsplitn(segments + 1, '/').nth(segments).unwrap_or_default();
        Self(format!("{base}/runs/{}", utf8_percent_encode(run, ESCAPED)).into())
    }

    pub(in crate::service) fn events(&self) -> String {
        format!("{self}/events")
    }

    pub(in crate::service) fn event(&self, seq: u64) -> String {
        format!("{self}/events/{seq}")
    }

    pub(in crate::service) fn input(&self) -> String {
        format!("{self}/input")
    }

    pub(in crate::service) fn step(&self, path: &str) -> String {
        format!("{self}/step?path={}", utf8_percent_encode(path, ESCAPED))
    }

    pub(in crate::service) fn output_of(&self, step: &str) -> String {
        format!("{self}/output?step={}", utf8_percent_encode(step, ESCAPED))
    }

    pub(in crate::service) fn output(&self) -> String {
        format!("{self}/output")
    }
}

impl fmt::Display for RunAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_starts_with_the_path_of_the_request() {
        for (path, segments, expected) in [
            ("/runs/a/events", 3, "/runs/r"),
            ("/api/v1/runs/a/events", 3, "/api/v1/runs/r"),
            ("/pipelines/narr%61te", 2, "/runs/r"),
            ("/api/pipelines/narrate", 2, "/api/runs/r"),
            ("/ws", 1, "/runs/r"),
            ("/api/ws", 1, "/api/runs/r"),
        ] {
            assert_eq!(RunAddress::new(path, segments, "r").to_string(), expected, "{path}");
        }
    }

    #[test]
    fn an_id_is_a_single_segment() {
        for (run, expected) in [("a/b", "/runs/a%2Fb"), ("a?b#c%", "/runs/a%3Fb%23c%25"), ("é x", "/runs/%C3%A9%20x")]
        {
            assert_eq!(RunAddress::new("/ws", 1, run).to_string(), expected);
        }
        assert_eq!(RunAddress::new("/ws", 1, "01J-a_b.c~d:e").event(7), "/runs/01J-a_b.c~d:e/events/7");
    }
}
