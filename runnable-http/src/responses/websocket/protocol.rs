//! The messages of the subprotocol, beside envelopes.

use crate::responses::repeated::{REPEATED, repeated};
use runnable_core::hooks::Redact;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// The WebSocket subprotocol of this crate.
pub const SUBPROTOCOL: &str = "runnable.v1";

/// The close code for a run that does not exist.
#[cfg(feature = "service")]
pub(crate) const CLOSE_UNKNOWN: u16 = 4404;
/// The close code for events that are no longer in the run log.
pub(crate) const CLOSE_EXPIRED: u16 = 4410;

/// A message of the client: `{"id":1,"op":"cancel"}`, with the arguments of the operation beside `op`.
pub(crate) struct ClientRequest {
    pub(crate) id: RequestId,
    pub(crate) op: String,
    arguments: Map<String, Value>,
}

/// The length of an id that is a text, in bytes: replies repeat it.
const ID: usize = 256;

/// The id of a request, which its reply repeats.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum RequestId {
    Number(u64),
    Text(String),
}

/// The reply to a request: `{"id":1,"ok":..}` or `{"id":1,"error":{..}}`.
#[derive(Debug, Serialize)]
pub(crate) struct Reply {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<RequestId>,
    #[serde(flatten)]
    result: ReplyResult,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum ReplyResult {
    Ok(Value),
    Error(RequestError),
}

/// The error of a request.
#[derive(Debug, Serialize)]
pub(crate) struct RequestError {
    code: &'static str,
    message: String,
    /// The fields that are invalid, if the request has an invalid input.
    #[serde(skip_serializing_if = "Value::is_null")]
    errors: Value,
}

impl ClientRequest {
    /// Parses a message. The error is the reply to a message that is not a request.
    pub(super) fn parse(message: &str) -> Result<Self, Reply> {
        let malformed = |id, what: &str| {
            let error = RequestError::new("malformed", format!("expected `{{\"id\":..,\"op\":..}}`: {what}"));
            Reply { id, result: ReplyResult::Error(error) }
        };
        let mut arguments: Map<String, Value> =
            serde_json::from_str(message).map_err(|error| malformed(None, &error.to_string()))?;
        let id = arguments.remove("id").and_then(|id| serde_json::from_value::<RequestId>(id).ok());
        let short = |id: &RequestId| !matches!(id, RequestId::Text(text) if text.len() > ID);
        let Some(id) = id.filter(short) else {
            let expected = format!("the `id` must be a number or a string of at most {ID} bytes");
            return Err(malformed(None, &expected));
        };
        match arguments.remove("op") {
            Some(Value::String(op)) => Ok(Self { id, op, arguments }),
            _ => Err(malformed(Some(id), "the `op` must be a string")),
        }
    }

    /// Takes the arguments of the operation out of the message.
    pub(crate) fn arguments<T: DeserializeOwned>(&mut self) -> Result<T, RequestError> {
        serde_json::from_value(Value::Object(std::mem::take(&mut self.arguments))).map_err(|error| {
            RequestError::new("malformed", format!("invalid arguments of the op `{}`: {error}", self.op))
        })
    }
}

impl Reply {
    pub(crate) fn new(id: RequestId, result: Result<Value, RequestError>) -> Self {
        Self { id: Some(id), result: result.map_or_else(ReplyResult::Error, ReplyResult::Ok) }
    }

    pub(super) fn text(mut self, redact: Option<&dyn Redact>) -> String {
        if let ReplyResult::Error(RequestError { message, .. }) = &mut self.result {
            *message = repeated(std::mem::take(message), REPEATED, redact);
        }
        // Only a map whose keys are not strings would fail, and the type contains none.
        serde_json::to_string(&self).unwrap_or_default()
    }
}

impl RequestError {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), errors: Value::Null }
    }

    /// Returns the error for an operation that does not exist.
    pub(crate) fn unknown_op(known: &str) -> Self {
        Self::new("unknown-op", format!("expected the op {known}"))
    }

    /// Adds the fields that are invalid.
    #[cfg(feature = "service")]
    pub(crate) fn with_errors(self, errors: Value) -> Self {
        Self { errors, ..self }
    }
}
