//! The id of an event.

use arrayvec::ArrayString;
use std::fmt;

/// The id of an event, unique among all runs: the id of its run and its number, as in `01J..:7`.
///
/// A reader that reconnects names the id of the last event that it received. Making an id allocates only if the run has a
/// long name.
///
/// # Examples
/// ```
/// use runnable_wire::EventId;
///
/// let id = EventId::new("nightly", 7);
/// assert_eq!(id.as_str(), "nightly:7");
/// assert_eq!(EventId::split("nightly:7"), Some(("nightly", 7)));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EventId(Text);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Text {
    Short(ArrayString<64>),
    Long(Box<str>),
}

impl EventId {
    /// Returns the id of the event with the number `seq` of the run `run`.
    #[must_use]
    pub fn new(run: &str, seq: u64) -> Self {
        Self(short(run, seq).map_or_else(|| Text::Long(format!("{run}:{seq}").into()), Text::Short))
    }

    /// Returns the run and the number in the text of an id, or `None` if `text` is not an id.
    #[must_use]
    pub fn split(text: &str) -> Option<(&str, u64)> {
        let (run, seq) = text.rsplit_once(':')?;
        // `parse` would accept a sign.
        let digits = seq.bytes().all(|byte| byte.is_ascii_digit());
        Some((run, digits.then(|| seq.parse().ok())??))
    }

    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Text::Short(id) => id,
            Text::Long(id) => id,
        }
    }
}

/// The text on the stack; `None` if it does not fit.
fn short(run: &str, seq: u64) -> Option<ArrayString<64>> {
    let mut id = ArrayString::new();
    id.try_push_str(run).ok()?;
    id.try_push_str(":").ok()?;
    id.try_push_str(itoa::Buffer::new().format(seq)).ok()?;
    Some(id)
}

impl AsRef<str> for EventId {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EventId({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_run_and_the_number_whatever_their_length() {
        for run in ["", "run", "a:b", &"a".repeat(62), &"a".repeat(65), &"a".repeat(500)] {
            for seq in [1, 10, u64::MAX] {
                let id = EventId::new(run, seq);
                assert_eq!(id.as_str(), format!("{run}:{seq}"));
                assert_eq!(EventId::split(id.as_str()), Some((run, seq)));
            }
        }
    }

    #[test]
    fn only_an_id_that_does_not_fit_on_the_stack_is_allocated() {
        assert_eq!(short(&"a".repeat(62), 1).map(|id| id.len()), Some(64));
        assert!(short(&"a".repeat(62), 10).is_none() && short(&"a".repeat(65), 1).is_none());
    }

    #[test]
    fn texts_that_are_not_ids_are_not_split() {
        for text in ["", "3", "a", "a:", "a:+3", "a:-3", "a:3 ", "a: 3", "a:99999999999999999999", "a:3:b"] {
            assert_eq!(EventId::split(text), None, "{text}");
        }
    }
}
