//! What a client asks for, and what it is answered.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// What a client sends: `{"id":1,"op":"cancel"}`, and what else the operation takes.
pub(crate) struct Request {
    pub(crate) id: Id,
    pub(crate) op: String,
    rest: Map<String, Value>,
}

/// What names a request in its answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Id {
    Number(u64),
    Text(String),
}

/// What becomes of a request.
#[derive(Debug, Serialize)]
pub(crate) struct Answer {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Id>,
    #[serde(flatten)]
    result: Answered,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum Answered {
    Ok(Value),
    Error(Refusal),
}

/// Why a request was not done.
#[derive(Debug, Serialize)]
pub(crate) struct Refusal {
    code: &'static str,
    message: String,
    /// Each thing that is wrong with an input, where it is one.
    #[serde(skip_serializing_if = "Value::is_null")]
    errors: Value,
}

impl Request {
    /// Reads a message; the error is the answer to one that is no request.
    pub(super) fn read(message: &str) -> Result<Self, Answer> {
        let malformed = |id, what: &str| {
            let refusal = Refusal::new("malformed", format!("expected `{{\"id\":..,\"op\":..}}`: {what}"));
            Answer { id, result: Answered::Error(refusal) }
        };
        let mut rest: Map<String, Value> =
            serde_json::from_str(message).map_err(|error| malformed(None, &error.to_string()))?;
        let id = rest.remove("id").and_then(|id| serde_json::from_value::<Id>(id).ok());
        let Some(id) = id else { return Err(malformed(None, "the id must be a number or a text")) };
        match rest.remove("op") {
            Some(Value::String(op)) => Ok(Self { id, op, rest }),
            _ => Err(malformed(Some(id), "the op must be a text")),
        }
    }

    /// What the operation takes, read out of the message.
    pub(crate) fn arguments<T: DeserializeOwned>(&mut self) -> Result<T, Refusal> {
        serde_json::from_value(Value::Object(std::mem::take(&mut self.rest)))
            .map_err(|error| Refusal::new("malformed", format!("the op `{}`: {error}", self.op)))
    }
}

impl Answer {
    pub(crate) fn new(id: Id, result: Result<Value, Refusal>) -> Self {
        Self { id: Some(id), result: result.map_or_else(Answered::Error, Answered::Ok) }
    }

    pub(super) fn text(&self) -> String {
        // It has no map with keys that are no strings, which is all that could fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Refusal {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), errors: Value::Null }
    }

    /// Of an operation that there is not.
    pub(crate) fn unknown_op(known: &str) -> Self {
        Self::new("unknown-op", format!("expected the op {known}"))
    }

    /// Says what is wrong with each field of an input.
    #[cfg(feature = "service")]
    pub(crate) fn errors(self, errors: Value) -> Self {
        Self { errors, ..self }
    }
}
