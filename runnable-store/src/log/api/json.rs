//! JSON texts.

use crate::error::{StoreError, StoreErrorKind};
use serde_json::value::RawValue;
use std::sync::Arc;

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
