//! The texts and steps that a protocol has begun and must end.

use super::json::Object;
use serde_json::Value;
use std::{collections::HashMap, mem};

/// The steps that have begun and have not ended.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// By their paths, JSON lists of names.
    steps: HashMap<Box<str>, Step>,
    begun: u64,
    /// The beginning of the ids of texts.
    pub(super) prefix: String,
}

#[derive(Debug)]
pub(super) struct Step {
    /// The path, such as `languages[0]/translate`.
    pub(super) name: String,
    pub(super) attempt: u32,
    /// The beginning of the ids of its texts.
    prefix: String,
    /// `true` if the protocol has a message for the start of the step, which needs one for its end.
    pub(super) shown: bool,
    /// The piece of the front end to which the step belongs.
    pub(super) owner: Option<String>,
    part: Option<Part>,
    /// The number of parts that the attempt has begun.
    parts: u32,
    order: u64,
}

/// A text that the step is writing.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) kind: PartKind,
    pub(super) id: String,
    /// The beginning of a message of its next piece.
    pub(super) prefix: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartKind {
    Text,
    Reasoning,
}

impl Open {
    pub(super) fn get(&mut self, path: &str) -> Option<&mut Step> {
        self.steps.get_mut(path)
    }

    /// Adds a step.
    pub(super) fn begin(&mut self, path: &str, attempt: u32, owner: Option<String>, shown: bool) {
        self.begun += 1;
        let prefix = self.prefix.clone();
        let step = Step { name: name(path), attempt, prefix, shown, owner, part: None, parts: 0, order: self.begun };
        self.steps.insert(path.into(), step);
    }

    pub(super) fn end(&mut self, path: &str) -> Option<Step> {
        self.steps.remove(path)
    }

    /// Returns the steps below another, the last that began first.
    pub(super) fn below(&mut self, path: &str) -> Vec<Step> {
        let above = name(path);
        self.take(|step| step.name.strip_prefix(&*above).is_some_and(|rest| rest.starts_with('/')))
    }

    /// Returns all steps, the last that began first.
    pub(super) fn all(&mut self) -> Vec<Step> {
        self.take(|_| true)
    }

    fn take(&mut self, which: impl Fn(&Step) -> bool) -> Vec<Step> {
        let mut taken: Vec<_> = self.steps.extract_if(|_, step| which(step)).map(|(_, step)| step).collect();
        taken.sort_unstable_by_key(|step| std::cmp::Reverse(step.order));
        taken
    }
}

impl Step {
    /// The text that the step is writing, if it is of this kind.
    pub(super) fn writing(&self, kind: PartKind) -> Option<&Part> {
        self.part.as_ref().filter(|part| part.kind == kind)
    }

    /// Begins a text. An earlier text was taken.
    pub(super) fn write(&mut self, kind: PartKind) -> &mut Part {
        self.parts += 1;
        let first = format!("{}{}#{}", self.prefix, self.name, self.attempt);
        let id = if self.parts > 1 { format!("{first}.{}", self.parts) } else { first };
        self.part.insert(Part { kind, id, prefix: Vec::new() })
    }

    pub(super) fn take_part(&mut self) -> Option<Part> {
        self.part.take()
    }

    /// Begins another attempt, whose texts have ids of their own.
    pub(super) fn again(&mut self, attempt: u32) {
        if mem::replace(&mut self.attempt, attempt) != attempt {
            self.parts = 0;
        }
    }
}

/// Returns the path of a step as one text. The steps of a run are named by a JSON list; the run itself is `run`.
pub(super) fn name(path: &str) -> String {
    let names: Vec<String> = serde_json::from_str(path).unwrap_or_default();
    if names.is_empty() { "run".to_owned() } else { names.join("/") }
}

/// The end of a step or of a run.
#[derive(Debug, serde::Deserialize)]
pub(super) struct End<'a> {
    pub(super) outcome: runnable_wire::OutcomeName,
    #[serde(borrow)]
    error: Option<runnable_wire::ErrorData<'a>>,
    #[serde(borrow)]
    pub(super) result: Option<&'a serde_json::value::RawValue>,
}

impl<'a> End<'a> {
    /// Reads the data of a lifecycle event that ends something. Data that cannot be read is a failure.
    pub(super) fn read(data: Option<&'a str>) -> Self {
        let failed = Self { outcome: runnable_wire::OutcomeName::Failed, error: None, result: None };
        data.and_then(|data| serde_json::from_str(data).ok()).unwrap_or(failed)
    }

    /// Returns the message of the error with its causes, and its code.
    pub(super) fn error(&self) -> (String, &str) {
        let Some(error) = &self.error else { return ("the run failed".to_owned(), "failed") };
        let mut message = error.message.clone().into_owned();
        for cause in &error.causes {
            message.push_str(": ");
            message.push_str(cause);
        }
        (message, &error.code)
    }
}

/// The calls of tools that were sent.
///
/// By the ids of the tasks, each with the steps that used it, in the order of their calls.
#[derive(Debug, Default)]
pub(super) struct Calls(HashMap<String, Vec<Call>>);

#[derive(Debug)]
struct Call {
    /// The path of the step.
    step: Box<str>,
    /// The id on the wire.
    sent: String,
}

impl Calls {
    /// Adds a call of a step and returns its id on the wire, where no id is used twice: a retried step may call again under the
    /// same id, and another step as well.
    pub(super) fn begin(&mut self, step: &str, id: &str, seq: u64) -> String {
        let calls = self.0.entry(id.to_owned()).or_default();
        let sent = if calls.is_empty() { id.to_owned() } else { format!("{id}#{seq}") };
        calls.retain(|call| *call.step != *step);
        calls.push(Call { step: step.into(), sent: sent.clone() });
        sent
    }

    /// Returns the id on the wire of the last call of a step with an id, or else of another step, since another step than the
    /// caller may send the result. Clients refuse the result of a call that they do not know.
    pub(super) fn get(&self, step: &str, id: &str) -> Option<&str> {
        let calls = self.0.get(id)?;
        let call = calls.iter().find(|call| *call.step == *step).or(calls.last())?;
        Some(&call.sent)
    }
}

/// Adds the members of a reset: what the step and those below it have sent is void, and this attempt follows.
pub(super) fn reset(object: &mut Object<'_>, path: &str, attempt: u32) {
    object.json("path", path).value("attempt", attempt);
}

/// Returns the text of a JSON string, or other JSON as it is.
pub(super) fn as_text(json: &str) -> String {
    match serde_json::from_str(json) {
        Ok(Value::String(text)) => text,
        _ => json.to_owned(),
    }
}
