//! The rules of the protocols, checked message by message: what is sent before a connection is cut obeys them as well.

use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The result of a check: an error says which rule a message breaks.
pub(crate) type Checked<T = ()> = Result<T, String>;

/// The texts and the end that a front end has after the messages of a run.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    /// The texts by their ids, in the order of their beginnings.
    pub(crate) texts: Vec<(String, String)>,
    pub(crate) reasoning: Vec<(String, String)>,
    /// The texts and the reasoning of each step that are not void.
    pub(crate) valid: [Texts; 2],
    pub(crate) end: String,
}

/// Texts by the paths of their steps.
pub(crate) type Texts = BTreeMap<Vec<String>, String>;

impl Shown {
    /// Returns the text whose id begins so.
    pub(crate) fn text(&self, id: &str) -> String {
        self.texts.iter().filter(|(other, _)| other.starts_with(id)).map(|(_, text)| text.as_str()).collect()
    }
}

/// Removes the texts of a step and of the steps below it.
pub(crate) fn void(texts: &mut Texts, path: &[String]) {
    texts.retain(|step, _| !step.starts_with(path));
}

/// Checks a condition on a message.
macro_rules! rule {
    ($condition:expr, $($why:tt)+) => {
        if !$condition {
            return Err(format!($($why)+));
        }
    };
}

fn text<'a>(message: &'a Value, name: &str) -> Checked<&'a str> {
    match message[name].as_str() {
        Some(text) if !text.is_empty() => Ok(text),
        _ => Err(format!("no text `{name}`: {message}")),
    }
}

pub(crate) fn path_of(path: &Value) -> Checked<Vec<String>> {
    serde_json::from_value(path.clone()).map_err(|_| format!("{path} is not a path"))
}

/// Checks that a message has the members `required` and no others than those and `optional`, and that none is `null`. A name may
/// be followed by its type: a text without any, `.` for any JSON, `#` for a number, `?` for a boolean, `{` and `[`.
fn members(message: &Value, required: &[&'static str], optional: &[&'static str]) -> Checked {
    let object = message.as_object().ok_or_else(|| format!("{message} is not an object"))?;
    let typed = |name: &'static str| name.split_at(name.find(['.', '#', '?', '{', '[']).unwrap_or(name.len()));
    for (name, _) in required.iter().copied().map(typed) {
        rule!(object.contains_key(name), "no `{name}`: {message}");
    }
    for (name, value) in object.iter().filter(|(name, _)| *name != "type") {
        let mut known = required.iter().chain(optional).copied().map(typed);
        let Some((_, of_type)) = known.find(|(known, _)| known == name) else {
            return Err(format!("`{name}` is unknown: {message}"));
        };
        let fits = match of_type {
            "" => value.is_string(),
            "." => true,
            "#" => value.is_u64(),
            "?" => value.is_boolean(),
            "{" => value.is_object(),
            _ => value.is_array(),
        };
        rule!(fits, "`{name}` has another type: {message}");
    }
    Ok(())
}

/// Texts that are begun, continued and ended by id.
#[derive(Default)]
struct Parts {
    open: HashMap<String, Option<String>>,
    all: Vec<(String, String)>,
    /// The steps of the texts.
    paths: HashMap<String, Vec<String>>,
    valid: Texts,
}

impl Parts {
    fn begin(&mut self, id: &str, owner: Option<&str>) -> Checked {
        rule!(self.all.iter().all(|(other, _)| other != id), "the id `{id}` is used again");
        self.open.insert(id.to_owned(), owner.map(str::to_owned));
        self.all.push((id.to_owned(), String::new()));
        Ok(())
    }

    fn at(&mut self, id: &str, path: &Value) -> Checked {
        let path = path_of(path)?;
        let known = self.paths.entry(id.to_owned()).or_insert_with(|| path.clone());
        rule!(*known == path, "`{id}` is of two steps: {known:?} and {path:?}");
        Ok(())
    }

    fn add(&mut self, id: &str, owner: Option<&str>, delta: &str) -> Checked {
        rule!(self.open.get(id).is_some_and(|of| of.as_deref() == owner), "a piece of `{id}`, which is not open");
        if let Some((_, text)) = self.all.iter_mut().find(|(other, _)| other == id) {
            text.push_str(delta);
        }
        if let Some(path) = self.paths.get(id) {
            self.valid.entry(path.clone()).or_default().push_str(delta);
        }
        Ok(())
    }

    fn end(&mut self, id: &str, owner: Option<&str>) -> Checked {
        rule!(self.open.remove(id).is_some_and(|of| of.as_deref() == owner), "`{id}` ends, and is not open");
        Ok(())
    }

    fn void(&mut self, path: &[String]) -> Checked {
        let open = self.paths.iter().find(|(id, step)| self.open.contains_key(*id) && step.starts_with(path));
        rule!(open.is_none(), "{open:?} is void, and still open");
        void(&mut self.valid, path);
        Ok(())
    }
}

/// The members that AG-UI allows in the messages of a type: the required ones, and the others.
fn ag_ui_members(kind: &str) -> Option<(&'static [&'static str], &'static [&'static str])> {
    Some(match kind {
        "RUN_STARTED" => (&["threadId", "runId"], &["protocolVersion", "parentRunId", "input{"]),
        "RUN_FINISHED" => (&["threadId", "runId"], &["result.", "usage[", "outcome{"]),
        "RUN_ERROR" => (&["message"], &["code", "usage["]),
        "STEP_STARTED" | "STEP_FINISHED" => (&["stepName"], &["subagentRunId"]),
        "TEXT_MESSAGE_START" => (&["messageId"], &["role", "name", "subagentRunId"]),
        "REASONING_MESSAGE_START" => (&["messageId", "role"], &["subagentRunId"]),
        "TEXT_MESSAGE_CONTENT" | "REASONING_MESSAGE_CONTENT" => (&["messageId", "delta"], &["subagentRunId"]),
        "TEXT_MESSAGE_END" | "REASONING_MESSAGE_END" | "REASONING_START" | "REASONING_END" => {
            (&["messageId"], &["subagentRunId"])
        }
        "TOOL_CALL_START" => (&["toolCallId", "toolCallName"], &["parentMessageId", "subagentRunId"]),
        "TOOL_CALL_ARGS" => (&["toolCallId", "delta"], &["subagentRunId"]),
        "TOOL_CALL_END" => (&["toolCallId"], &["subagentRunId"]),
        "TOOL_CALL_RESULT" => (&["messageId", "toolCallId", "content"], &["role", "subagentRunId"]),
        "STATE_DELTA" => (&["delta["], &["subagentRunId"]),
        "CUSTOM" => (&["name", "value."], &["subagentRunId"]),
        "SUBAGENT_STARTED" => (&["subagentRunId", "name"], &["description", "parentSubagentRunId"]),
        "SUBAGENT_FINISHED" => (&["subagentRunId"], &["result."]),
        _ => return None,
    })
}

/// The state of a check of AG-UI.
#[derive(Default)]
struct AgUi {
    texts: Parts,
    reasoning: Parts,
    thoughts: HashSet<String>,
    /// By their owners.
    steps: HashSet<(Option<String>, String)>,
    /// The open subagents and their parents.
    subagents: HashMap<String, Option<String>>,
    used: HashSet<String>,
    /// `true` while the call is open.
    calls: HashMap<String, bool>,
    results: HashSet<String>,
    state: Value,
    seq: u64,
    end: String,
}

/// Checks a stream of AG-UI.
pub(crate) fn ag_ui(messages: &[Value]) -> Checked<Shown> {
    let mut all = AgUi { state: json!({}), ..AgUi::default() };
    for (at, message) in messages.iter().enumerate() {
        rule!(all.end.is_empty(), "{message} follows the end");
        rule!((at == 0) == (message["type"] == "RUN_STARTED"), "{message} is number {at}");
        all.see(message).map_err(|why| format!("{why}, in {message}"))?;
    }
    Ok(Shown {
        texts: all.texts.all,
        reasoning: all.reasoning.all,
        valid: [all.texts.valid, all.reasoning.valid],
        end: all.end,
    })
}

impl AgUi {
    fn see(&mut self, message: &Value) -> Checked {
        let kind = text(message, "type")?;
        let Some((required, optional)) = ag_ui_members(kind) else { return Err(format!("`{kind}` is unknown")) };
        members(message, required, &[optional, &["timestamp#", "metadata{"]].concat())?;
        self.origin(message)?;
        let id = |name: &str| text(message, name).map(str::to_owned);
        let owner = message["subagentRunId"].as_str();
        if let Some(owner) = owner.filter(|_| !kind.starts_with("SUBAGENT_")) {
            rule!(self.subagents.contains_key(owner), "the subagent is not open");
        }
        match kind {
            "RUN_STARTED" => drop((id("threadId")?, id("runId")?)),
            "STEP_STARTED" => {
                rule!(self.steps.insert((owner.map(str::to_owned), id("stepName")?)), "the step is open");
            }
            "STEP_FINISHED" => {
                rule!(self.steps.remove(&(owner.map(str::to_owned), id("stepName")?)), "the step is not open");
            }
            "SUBAGENT_STARTED" | "SUBAGENT_FINISHED" => self.subagent(kind, message)?,
            "TOOL_CALL_START" | "TOOL_CALL_ARGS" | "TOOL_CALL_END" | "TOOL_CALL_RESULT" => self.call(kind, message)?,
            "STATE_DELTA" => {
                let operations = message["delta"].as_array().map(Vec::as_slice).unwrap_or_default();
                operations.iter().try_for_each(|operation| add(&mut self.state, operation))?;
            }
            "CUSTOM" => {
                if id("name")? == "runnable.reset" {
                    let path = path_of(&message["value"]["path"])?;
                    self.texts.void(&path)?;
                    self.reasoning.void(&path)?;
                }
            }
            "RUN_FINISHED" | "RUN_ERROR" => {
                rule!(self.texts.open.is_empty() && self.reasoning.open.is_empty(), "a text is open");
                rule!(self.thoughts.is_empty() && self.calls.values().all(|open| !open), "reasoning or a call is open");
                rule!(self.steps.is_empty(), "a step is open: {:?}", self.steps);
                rule!(self.subagents.is_empty(), "a subagent is open: {:?}", self.subagents);
                self.end = match kind {
                    "RUN_ERROR" => format!("error {}", text(message, "message")?),
                    _ => format!("finished {}", text(&message["outcome"], "type")?),
                };
            }
            _ => self.piece(kind, message)?,
        }
        Ok(())
    }

    /// Checks the place of a message in its run.
    fn origin(&mut self, message: &Value) -> Checked {
        let Some(place) = message.get("metadata") else { return Ok(()) };
        members(place, &["seq#", "path[", "attempt#"], &[])?;
        let seq = place["seq"].as_u64().unwrap_or_default();
        rule!(seq >= self.seq, "a message of the event {seq} follows those of {}", self.seq);
        self.seq = seq;
        Ok(())
    }

    fn subagent(&mut self, kind: &str, message: &Value) -> Checked {
        let id = text(message, "subagentRunId")?.to_owned();
        if kind == "SUBAGENT_STARTED" {
            let parent = message["parentSubagentRunId"].as_str();
            rule!(parent.is_none_or(|parent| self.subagents.contains_key(parent)), "the parent is not open");
            rule!(self.used.insert(id.clone()), "the id is used again");
            self.subagents.insert(id, parent.map(str::to_owned));
        } else {
            rule!(self.subagents.remove(&id).is_some(), "it is not open");
            rule!(self.subagents.values().all(|parent| parent.as_ref() != Some(&id)), "a child is open");
            rule!(self.steps.iter().all(|(owner, _)| owner.as_ref() != Some(&id)), "a step is open");
            let mut owners = self.texts.open.values().chain(self.reasoning.open.values());
            rule!(owners.all(|owner| owner.as_ref() != Some(&id)), "a text is open");
        }
        Ok(())
    }

    fn piece(&mut self, kind: &str, message: &Value) -> Checked {
        let (id, owner) = (text(message, "messageId")?, message["subagentRunId"].as_str());
        let is_text = kind.starts_with("TEXT_");
        let parts = if is_text { &mut self.texts } else { &mut self.reasoning };
        if kind.ends_with("_CONTENT") {
            parts.at(id, &message["metadata"]["path"])?;
        }
        match kind {
            "REASONING_START" => rule!(self.thoughts.insert(id.to_owned()), "the reasoning is open"),
            "REASONING_END" => {
                rule!(!parts.open.contains_key(id), "its message is open");
                rule!(self.thoughts.remove(id), "the reasoning is not open");
            }
            "TEXT_MESSAGE_START" | "REASONING_MESSAGE_START" => {
                rule!(is_text || self.thoughts.contains(id) && message["role"] == "reasoning", "no reasoning");
                parts.begin(id, owner)?;
            }
            "TEXT_MESSAGE_CONTENT" | "REASONING_MESSAGE_CONTENT" => parts.add(id, owner, text(message, "delta")?)?,
            _ => parts.end(id, owner)?,
        }
        Ok(())
    }

    fn call(&mut self, kind: &str, message: &Value) -> Checked {
        let id = text(message, "toolCallId")?.to_owned();
        match kind {
            "TOOL_CALL_START" => {
                text(message, "toolCallName")?;
                rule!(self.calls.insert(id, true).is_none(), "the id is used again");
            }
            "TOOL_CALL_ARGS" => {
                rule!(self.calls.get(&id) == Some(&true), "the call is not open");
                let arguments = serde_json::from_str::<Value>(text(message, "delta")?);
                rule!(arguments.is_ok(), "the arguments are not JSON");
            }
            "TOOL_CALL_END" => rule!(self.calls.insert(id, false) == Some(true), "the call is not open"),
            _ => {
                rule!(self.calls.get(&id) == Some(&false), "the call is unknown or open");
                rule!(self.results.insert(text(message, "messageId")?.to_owned()), "the id is used again");
            }
        }
        Ok(())
    }
}

/// Applies the operation `add` of RFC 6902, the only one that is sent.
fn add(state: &mut Value, operation: &Value) -> Checked {
    members(operation, &["op", "path", "value."], &[])?;
    rule!(operation["op"] == "add", "{operation} is not `add`");
    let (parent, name) = text(operation, "path")?.rsplit_once('/').ok_or("the path is not a pointer")?;
    let parent = state.pointer_mut(parent).and_then(Value::as_object_mut);
    let Some(parent) = parent else { return Err(format!("{operation} adds to nothing")) };
    parent.insert(name.replace("~1", "/").replace("~0", "~"), operation["value"].clone());
    Ok(())
}

/// The members that the AI SDK allows in the messages of a type: its schemas are strict.
fn ai_sdk_members(kind: &str) -> Option<(&'static [&'static str], &'static [&'static str])> {
    Some(match kind {
        "start" => (&[], &["messageId", "messageMetadata."]),
        "start-step" | "finish-step" => (&[], &[]),
        "finish" => (&[], &["finishReason", "messageMetadata."]),
        "abort" => (&[], &["reason"]),
        "error" => (&["errorText"], &[]),
        "text-start" | "text-end" | "reasoning-start" | "reasoning-end" => (&["id"], &["providerMetadata{"]),
        "text-delta" | "reasoning-delta" => (&["id", "delta"], &["providerMetadata{"]),
        "tool-input-available" => (&["toolCallId", "toolName", "input."], &[]),
        "tool-output-available" => (&["toolCallId", "output."], &[]),
        "tool-output-error" => (&["toolCallId", "errorText"], &[]),
        "source-url" => (&["sourceId", "url"], &["title"]),
        data if data.len() > "data-".len() && data.starts_with("data-") => (&["data."], &["id", "transient?"]),
        _ => return None,
    })
}

/// The state of a check of the AI SDK.
#[derive(Default)]
struct AiSdk {
    texts: Parts,
    reasoning: Parts,
    calls: HashSet<String>,
    sources: HashSet<String>,
    has_begun_step: bool,
    end: String,
}

/// Checks a stream of the AI SDK, without its last `[DONE]`.
pub(crate) fn ai_sdk(messages: &[Value]) -> Checked<Shown> {
    let mut all = AiSdk::default();
    for (at, message) in messages.iter().enumerate() {
        rule!(all.end.is_empty(), "{message} follows the end");
        rule!((at == 0) == (message["type"] == "start"), "{message} is number {at}");
        all.see(message).map_err(|why| format!("{why}, in {message}"))?;
    }
    Ok(Shown {
        texts: all.texts.all,
        reasoning: all.reasoning.all,
        valid: [all.texts.valid, all.reasoning.valid],
        end: all.end,
    })
}

impl AiSdk {
    fn see(&mut self, message: &Value) -> Checked {
        let kind = text(message, "type")?;
        let Some((required, optional)) = ai_sdk_members(kind) else { return Err(format!("`{kind}` is unknown")) };
        members(message, required, optional)?;
        let id = |name: &str| text(message, name);
        rule!(self.has_begun_step != matches!(kind, "start" | "start-step" | "finish"), "it is not the time for this");
        match kind {
            "start" => drop(id("messageId")?),
            "start-step" => self.has_begun_step = true,
            "finish-step" => {
                rule!(self.texts.open.is_empty() && self.reasoning.open.is_empty(), "a text is open");
                self.has_begun_step = false;
            }
            "tool-input-available" => {
                id("toolName")?;
                rule!(self.calls.insert(id("toolCallId")?.to_owned()), "the id is used again");
            }
            "tool-output-available" => rule!(self.calls.contains(id("toolCallId")?), "the call is unknown"),
            "tool-output-error" => {
                id("errorText")?;
                rule!(self.calls.contains(id("toolCallId")?), "the call is unknown");
            }
            "source-url" => {
                id("url")?;
                rule!(self.sources.insert(id("sourceId")?.to_owned()), "the id is used again");
            }
            "data-reset" => {
                let path = path_of(&message["data"]["path"])?;
                self.texts.void(&path)?;
                self.reasoning.void(&path)?;
            }
            "finish" | "abort" | "error" => {
                rule!(self.texts.open.is_empty() && self.reasoning.open.is_empty(), "a text is open");
                self.end = match kind {
                    "finish" => "finished success".to_owned(),
                    "abort" => "finished cancelled".to_owned(),
                    _ => format!("error {}", id("errorText")?),
                };
            }
            data if data.starts_with("data-") => {}
            _ => self.piece(kind, message)?,
        }
        Ok(())
    }

    fn piece(&mut self, kind: &str, message: &Value) -> Checked {
        let parts = if kind.starts_with("text-") { &mut self.texts } else { &mut self.reasoning };
        let id = text(message, "id")?;
        match kind {
            "text-start" | "reasoning-start" => {
                parts.begin(id, None)?;
                let place = &message["providerMetadata"]["runnable"];
                members(place, &["path[", "attempt#"], &[])?;
                parts.at(id, &place["path"])
            }
            "text-delta" | "reasoning-delta" => {
                parts.add(id, None, message["delta"].as_str().ok_or("the delta is not a text")?)
            }
            _ => parts.end(id, None),
        }
    }
}

/// Checks `CloudEvents` of one run that follow the event `after`: required attributes, unique ids, names and types of extensions,
/// times, and numbers without a gap that has no event of its own.
pub(crate) fn cloud_events(messages: &[Value], after: u64) -> Checked {
    let (mut ids, mut next) = (HashSet::new(), after + 1);
    for message in messages {
        let object = message.as_object().ok_or_else(|| format!("{message} is not an object"))?;
        rule!(message["specversion"] == "1.0", "another version: {message}");
        let (id, source) = (text(message, "id")?, text(message, "source")?);
        rule!(ids.insert((id, source)), "the id is used again: {message}");
        rule!(source.starts_with("/runs/") && source.len() > "/runs/".len(), "no source: {message}");
        rule!(!source.contains([' ', '"', '<', '>', '\\', '^', '`', '{', '|', '}']), "not a URI: {message}");
        rule!(text(message, "type")?.starts_with("dev.runnable."), "another type: {message}");
        if message["type"] == "dev.runnable.gap" {
            rule!(message["data"]["from"] == next, "another number: {message}");
            next = message["data"]["to"].as_u64().ok_or("a gap without an end")? + 1;
        } else {
            rule!(is_time(text(message, "time")?), "not a time of RFC 3339: {message}");
            rule!(text(message, "sequence")? == format!("{next:020}"), "another number: {message}");
            next += 1;
        }
        for (name, value) in object.iter().filter(|(name, _)| *name != "data") {
            let is_plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
            rule!(is_plain && (1..=20).contains(&name.len()), "`{name}` is not a name: {message}");
            let is_integer = value.as_i64().is_some_and(|value| i32::try_from(value).is_ok());
            rule!(value.is_boolean() || is_integer || text(message, name).is_ok(), "`{name}` has no value: {message}");
        }
        let content = object.get("datacontenttype");
        let fits = content.is_none_or(|content| content == "application/json");
        rule!(fits && object.contains_key("data") == content.is_some(), "data of another type: {message}");
    }
    Ok(())
}

/// Returns whether a text is a time of RFC 3339 in UTC.
fn is_time(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let (seconds, rest) = shape.split_at_checked(19).unwrap_or_default();
    let fraction = rest.trim_end_matches('Z').trim_end_matches('0');
    seconds == "0000-00-00T00:00:00" && rest.ends_with('Z') && matches!(fraction, "" | ".")
}
