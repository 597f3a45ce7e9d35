//! What a client asks for, and what it is answered.

use serde::{Deserialize, Serialize};

/// What a client sends.
#[derive(Deserialize)]
pub(super) struct Request {
    id: Id,
    #[serde(flatten)]
    pub(super) op: Op,
}

/// What names a request in its answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Id {
    Number(u64),
    Text(String),
}

#[derive(Deserialize)]
#[serde(tag = "op", rename_all = "lowercase")]
pub(super) enum Op {
    /// Ends the run.
    Cancel,
    /// Lets `n` more events through.
    Credit { n: u64 },
    #[serde(other)]
    Other,
}

#[derive(Debug, Serialize)]
struct Answer {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Id>,
    #[serde(flatten)]
    result: Answered,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum Answered {
    Ok(bool),
    Error(Refusal),
}

/// Why a request was not done.
#[derive(Debug, Serialize)]
pub(super) struct Refusal {
    code: &'static str,
    message: String,
}

impl Refusal {
    pub(super) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

/// The answer to a message, as text; `act` does what it asks for.
pub(super) fn answer(message: &str, act: impl FnOnce(Op) -> Result<(), Refusal>) -> String {
    let answer = match serde_json::from_str::<Request>(message) {
        Ok(Request { id, op }) => {
            let result = act(op).map_or_else(Answered::Error, |()| Answered::Ok(true));
            Answer { id: Some(id), result }
        }
        Err(error) => {
            let refusal = Refusal::new("malformed", format!("expected `{{\"id\":..,\"op\":..}}`: {error}"));
            Answer { id: None, result: Answered::Error(refusal) }
        }
    };
    // It has no map with keys that are no strings, which is all that could fail.
    serde_json::to_string(&answer).unwrap_or_default()
}
