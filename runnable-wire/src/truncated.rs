//! The mark of a value that is too large to be sent.

use serde::{Serialize, Serializer, ser::SerializeStruct};
use std::borrow::Cow;

/// Stands for a value that is too large to be sent.
///
/// # Examples
/// ```
/// let mark = runnable_wire::Truncated { size: 1_100_011, url: "/runs/r/output".into() };
/// let expected = r#"{"truncated":true,"size":1100011,"url":"/runs/r/output"}"#;
/// assert_eq!(serde_json::to_string(&mark)?, expected);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Truncated<'a> {
    /// The size of the whole value as JSON, in bytes.
    pub size: u64,
    /// The address of the whole value.
    pub url: Cow<'a, str>,
}

impl Serialize for Truncated<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut mark = to.serialize_struct("Truncated", 3)?;
        mark.serialize_field("truncated", &true)?;
        mark.serialize_field("size", &self.size)?;
        mark.serialize_field("url", &self.url)?;
        mark.end()
    }
}
