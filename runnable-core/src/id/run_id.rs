//! The identity of a run.

use super::text;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Visitor};
use std::{
    cmp::Ordering,
    convert::Infallible,
    fmt,
    num::NonZeroU64,
    str::FromStr,
    sync::{Arc, OnceLock},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// The id of a run: a [ULID](https://github.com/ulid/spec), or a name that the caller gives.
///
/// Two ids are equal if their texts are, and they are ordered by their texts. Generated ids are ordered by the time at
/// which they were made, in milliseconds.
///
/// # Examples
/// ```
/// use runnable_core::RunId;
///
/// let id = RunId::generate();
/// assert_eq!(id.to_string().parse(), Ok(id));
/// assert!(RunId::from("order-17") < RunId::from("order-18"));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RunId(RunIdRepr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum RunIdRepr {
    /// The halves of a ULID. Two integers rather than a `u128` keep the alignment at 8 bytes. The upper half is never 0,
    /// a ULID of the year 1970, which leaves a niche: both variants fit into 16 bytes.
    Ulid(NonZeroU64, u64),
    /// Any other text.
    Named(Arc<Name>),
}

#[derive(PartialEq, Eq, Hash)]
struct Name(Box<str>);

impl RunId {
    /// Generates a unique id. It is larger than those that were generated in an earlier millisecond.
    #[must_use]
    pub fn generate() -> Self {
        Self::made_at(SystemTime::now())
    }

    fn made_at(time: SystemTime) -> Self {
        let (high, low) = ulid::Ulid::from_datetime(time).into();
        Self(RunIdRepr::Ulid(NonZeroU64::new(high).unwrap_or(NonZeroU64::MIN), low))
    }

    /// Returns the id if `text` is a ULID as [`generate`](Self::generate) writes it: each text has one representation,
    /// so that the derived equality and hash are those of the texts.
    fn from_ulid(text: &str) -> Option<Self> {
        let ulid = ulid::Ulid::from_string(text).ok()?;
        if *ulid.array_to_str(&mut [0; ulid::ULID_LEN]) != *text {
            return None;
        }
        let (high, low) = ulid.into();
        Some(Self(RunIdRepr::Ulid(NonZeroU64::new(high)?, low)))
    }

    pub(crate) fn with_str<T>(&self, read: impl FnOnce(&str) -> T) -> T {
        match &self.0 {
            RunIdRepr::Ulid(high, low) => read(&text::of_ulid((high.get(), *low))),
            RunIdRepr::Named(name) => read(&name.0),
        }
    }
}

/// The id of a run, generated when it is first asked for.
#[derive(Default)]
pub(crate) struct LazyId(OnceLock<RunId>);

impl LazyId {
    #[inline]
    pub(crate) fn get(&self) -> &RunId {
        self.0.get_or_init(RunId::generate)
    }

    /// Generates the id from a time in nanoseconds since the Unix epoch, to save a look at the clock. Has no effect if
    /// there is an id already.
    pub(crate) fn begin(&self, ts: u64) {
        self.0.get_or_init(|| RunId::made_at(UNIX_EPOCH + Duration::from_nanos(ts)));
    }

    /// Sets the id. Has no effect if there is one already.
    pub(crate) fn name(&self, id: RunId) {
        let _ = self.0.set(id);
    }
}

impl From<&str> for RunId {
    fn from(name: &str) -> Self {
        Self::from_ulid(name).unwrap_or_else(|| Self(RunIdRepr::Named(Arc::new(Name(name.into())))))
    }
}

impl From<String> for RunId {
    fn from(name: String) -> Self {
        Self::from_ulid(&name).unwrap_or_else(|| Self(RunIdRepr::Named(Arc::new(Name(name.into())))))
    }
}

/// Accepts any text, as [`From<&str>`](From) does.
impl FromStr for RunId {
    type Err = Infallible;

    fn from_str(name: &str) -> Result<Self, Infallible> {
        Ok(Self::from(name))
    }
}

impl Ord for RunId {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            // The digits of a ULID are in ASCII order, so its text is ordered as its number is.
            (RunIdRepr::Ulid(a, b), RunIdRepr::Ulid(c, d)) => (a, b).cmp(&(c, d)),
            _ => self.with_str(|this| other.with_str(|other| this.cmp(other))),
        }
    }
}

impl PartialOrd for RunId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_str(|id| f.pad(id))
    }
}

impl fmt::Debug for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RunId({self})")
    }
}

impl PartialEq<str> for RunId {
    fn eq(&self, other: &str) -> bool {
        self.with_str(|id| id == other)
    }
}

impl PartialEq<&str> for RunId {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl Serialize for RunId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.with_str(|id| to.serialize_str(id))
    }
}

impl<'de> Deserialize<'de> for RunId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = RunId;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of a run")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<RunId, E> {
                Ok(RunId::from(text))
            }
        }

        from.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Vec<String> {
        let generated = (0..20).map(|_| RunId::generate().to_string());
        let named = ["", "a", "order-17", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "01arz3ndektsv4rrffq69g5fav", "zzz"];
        let extremes = ["00000000000000000000000000", "00000000000000000000000001", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"];
        let overflow = ["8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01ARZ3NDEKTSV4RRFFQ69G5FAU", "01ARZ3NDEKTSV4RRFFQ69G5FAI"];
        generated.chain([named.as_slice(), &extremes, &overflow].concat().into_iter().map(str::to_owned)).collect()
    }

    #[test]
    fn ids_are_equal_and_ordered_as_their_texts_are() {
        for a in texts() {
            for b in texts() {
                let (x, y) = (RunId::from(&*a), RunId::from(b.clone()));
                assert_eq!((x == y, x.cmp(&y)), (a == b, a.cmp(&b)), "{a} {b}");
            }
        }
    }

    #[test]
    fn an_id_is_what_its_text_and_its_json_parse_to() {
        for text in texts() {
            let id = RunId::from(&*text);
            assert_eq!((id.to_string(), text.parse()), (text.clone(), Ok(id.clone())));
            let json = serde_json::to_string(&id).unwrap();
            assert_eq!(serde_json::from_str::<RunId>(&json).unwrap(), id);
        }
        let generated = RunId::generate();
        assert_eq!(generated.to_string().parse(), Ok(generated));
    }

    #[test]
    fn a_value_other_than_a_text_is_refused() {
        assert!(serde_json::from_str::<RunId>("7").unwrap_err().to_string().contains("the id of a run"));
    }
}
