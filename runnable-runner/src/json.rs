//! JSON texts from serializers.

use runnable_store::Json;
use serde_json::value::RawValue;

/// Returns a text that a serializer wrote, or `null` if the text is not JSON.
pub(crate) fn json(text: impl Into<String>) -> Json {
    runnable_store::json(text).unwrap_or_else(|_| Json::from(RawValue::NULL.to_owned()))
}
