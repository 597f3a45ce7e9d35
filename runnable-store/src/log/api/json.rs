//! JSON texts.

use crate::error::{StoreError, StoreErrorKind};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;
use std::{fmt, sync::Arc};

/// A valid JSON text. A clone shares the text.
pub type Json = Arc<RawValue>;

/// Checks that a text is JSON, and keeps the text byte by byte.
///
/// # Errors
/// Returns an error of the kind [`Invalid`](StoreErrorKind::Invalid) if the text is not JSON.
///
/// # Examples
/// ```
/// let input = runnable_store::json(r#"{ "url": "https://example.org" }"#)?;
/// assert_eq!(input.get(), r#"{ "url": "https://example.org" }"#);
/// assert!(runnable_store::json("{").is_err());
/// # Ok::<(), runnable_store::StoreError>(())
/// ```
pub fn json(text: impl Into<String>) -> Result<Json, StoreError> {
    RawValue::from_string(text.into())
        .map(Arc::from)
        .map_err(|error| StoreError::new(StoreErrorKind::Invalid, "the text is not JSON").with_source(error))
}

/// The members of a JSON object in their order, also those with the same name.
#[doc(hidden)]
#[derive(Debug)]
pub struct JsonMembers<'a>(pub Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for JsonMembers<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(members)
            }
        }

        from.deserialize_map(InOrder).map(Self)
    }
}
