//! The rules of the protocols, checked message by message.

use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// The texts and the end that a front end has after the messages of a run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Shown {
    /// The texts by their ids, in the order of their beginnings.
    pub(crate) texts: Vec<(String, String)>,
    pub(crate) reasoning: Vec<(String, String)>,
    pub(crate) end: String,
}

impl Shown {
    /// Returns the text whose id begins so.
    pub(crate) fn text(&self, id: &str) -> String {
        self.texts.iter().filter(|(other, _)| other.starts_with(id)).map(|(_, text)| text.as_str()).collect()
    }
}

fn text<'a>(message: &'a Value, name: &str) -> &'a str {
    message[name].as_str().unwrap_or_else(|| panic!("no `{name}`: {message}"))
}

/// A list of texts that are begun, continued and ended by id.
#[derive(Default)]
struct Texts {
    open: HashSet<String>,
    all: Vec<(String, String)>,
}

impl Texts {
    fn begin(&mut self, id: &str) {
        assert!(self.all.iter().all(|(other, _)| other != id), "the id `{id}` is used again");
        self.open.insert(id.to_owned());
        self.all.push((id.to_owned(), String::new()));
    }

    fn add(&mut self, id: &str, delta: &str) {
        assert!(self.open.contains(id), "a piece of `{id}`, which is not open");
        self.all.iter_mut().find(|(other, _)| other == id).expect("it was begun").1.push_str(delta);
    }

    fn end(&mut self, id: &str) {
        assert!(self.open.remove(id), "`{id}` ends, and is not open");
    }
}

/// Checks a stream of AG-UI.
pub(crate) fn ag_ui(messages: &[Value]) -> Shown {
    let (mut texts, mut reasoning, mut thoughts) = (Texts::default(), Texts::default(), HashSet::new());
    let (mut steps, mut subagents, mut used) =
        (HashSet::new(), HashMap::<String, Option<String>>::new(), HashSet::new());
    let (mut calls, mut end) = (HashMap::new(), String::new());
    for (at, message) in messages.iter().enumerate() {
        let kind = text(message, "type");
        assert_eq!(end, "", "{message} follows the end");
        assert_eq!(at == 0, kind == "RUN_STARTED", "{message} is number {at}");
        let owner = message.get("subagentRunId").map(|owner| owner.as_str().expect("an id").to_owned());
        if let Some(owner) = owner.as_ref().filter(|_| !kind.starts_with("SUBAGENT_")) {
            assert!(subagents.contains_key(owner), "{message} is of a subagent that is not open");
        }
        let id = |name: &str| text(message, name).to_owned();
        match kind {
            "RUN_STARTED" => assert!(!id("threadId").is_empty() && !id("runId").is_empty()),
            "STEP_STARTED" => assert!(steps.insert((owner, id("stepName"))), "{message}: it is open"),
            "STEP_FINISHED" => assert!(steps.remove(&(owner, id("stepName"))), "{message}: it is not open"),
            "SUBAGENT_STARTED" => {
                let parent =
                    message.get("parentSubagentRunId").map(|parent| parent.as_str().expect("an id").to_owned());
                assert!(parent.as_ref().is_none_or(|parent| subagents.contains_key(parent)), "{message}: no parent");
                assert!(used.insert(id("subagentRunId")), "{message}: the id is used again");
                subagents.insert(id("subagentRunId"), parent);
            }
            "SUBAGENT_FINISHED" => {
                let id = id("subagentRunId");
                assert!(subagents.remove(&id).is_some(), "{message}: it is not open");
                assert!(subagents.values().all(|parent| parent.as_ref() != Some(&id)), "{message}: a child is open");
                assert!(steps.iter().all(|(owner, _)| owner.as_ref() != Some(&id)), "{message}: a step is open");
            }
            "TEXT_MESSAGE_START" => texts.begin(&id("messageId")),
            "TEXT_MESSAGE_CONTENT" => {
                assert_ne!(text(message, "delta"), "");
                texts.add(&id("messageId"), text(message, "delta"));
            }
            "TEXT_MESSAGE_END" => texts.end(&id("messageId")),
            "REASONING_START" => assert!(thoughts.insert(id("messageId")), "{message}"),
            "REASONING_MESSAGE_START" => {
                assert!(thoughts.contains(&id("messageId")) && message["role"] == "reasoning", "{message}");
                reasoning.begin(&id("messageId"));
            }
            "REASONING_MESSAGE_CONTENT" => reasoning.add(&id("messageId"), text(message, "delta")),
            "REASONING_MESSAGE_END" => reasoning.end(&id("messageId")),
            "REASONING_END" => assert!(thoughts.remove(&id("messageId")), "{message}"),
            "TOOL_CALL_START" => {
                assert!(calls.insert(id("toolCallId"), true).is_none(), "{message}: the id is used again");
            }
            "TOOL_CALL_ARGS" => {
                assert_eq!(calls.get(&id("toolCallId")), Some(&true), "{message}");
                serde_json::from_str::<Value>(text(message, "delta")).expect("the arguments are JSON");
            }
            "TOOL_CALL_END" => assert_eq!(calls.insert(id("toolCallId"), false), Some(true), "{message}"),
            "TOOL_CALL_RESULT" => {
                assert_eq!(calls.get(&id("toolCallId")), Some(&false), "{message}");
                assert!(message["content"].is_string(), "{message}");
            }
            "STATE_DELTA" => assert!(message["delta"].is_array(), "{message}"),
            "CUSTOM" => assert!(!text(message, "name").is_empty() && message.get("value").is_some(), "{message}"),
            "RUN_FINISHED" => end = format!("finished {}", text(&message["outcome"], "type")),
            "RUN_ERROR" => end = format!("error {}", text(message, "message")),
            other => panic!("an unknown type: {other}"),
        }
    }
    if !end.is_empty() {
        assert!(texts.open.is_empty() && reasoning.open.is_empty() && thoughts.is_empty(), "a text is open");
        assert!(steps.is_empty() && subagents.is_empty(), "open: {steps:?} {subagents:?}");
    }
    Shown { texts: texts.all, reasoning: reasoning.all, end }
}

/// Checks a stream of the AI SDK, without its last `[DONE]`.
pub(crate) fn ai_sdk(messages: &[Value]) -> Shown {
    let (mut texts, mut reasoning, mut calls, mut end) =
        (Texts::default(), Texts::default(), HashSet::new(), String::new());
    for (at, message) in messages.iter().enumerate() {
        let kind = text(message, "type");
        assert_eq!(end, "", "{message} follows the end");
        assert_eq!(at == 0, kind == "start", "{message} is number {at}");
        let id = |name: &str| text(message, name).to_owned();
        match kind {
            "start" => assert!(!id("messageId").is_empty()),
            "start-step" | "finish-step" => {}
            "text-start" => texts.begin(&id("id")),
            "text-delta" => texts.add(&id("id"), text(message, "delta")),
            "text-end" => texts.end(&id("id")),
            "reasoning-start" => reasoning.begin(&id("id")),
            "reasoning-delta" => reasoning.add(&id("id"), text(message, "delta")),
            "reasoning-end" => reasoning.end(&id("id")),
            "tool-input-available" => {
                assert!(message.get("input").is_some() && !id("toolName").is_empty(), "{message}");
                assert!(calls.insert(id("toolCallId")), "{message}: the id is used again");
            }
            "tool-output-available" => {
                assert!(calls.contains(&id("toolCallId")) && message.get("output").is_some(), "{message}");
            }
            "tool-output-error" => {
                assert!(calls.contains(&id("toolCallId")) && !id("errorText").is_empty(), "{message}");
            }
            "source-url" => assert!(!id("sourceId").is_empty() && !id("url").is_empty()),
            "finish" => "finished success".clone_into(&mut end),
            "abort" => "finished cancelled".clone_into(&mut end),
            "error" => end = format!("error {}", text(message, "errorText")),
            data if data.starts_with("data-") => assert!(message.get("data").is_some(), "{message}"),
            other => panic!("an unknown type: {other}"),
        }
    }
    assert!(end.is_empty() || texts.open.is_empty() && reasoning.open.is_empty(), "a text is open");
    Shown { texts: texts.all, reasoning: reasoning.all, end }
}

/// Checks `CloudEvents` of one run: required attributes, unique ids, names of extensions, numbers without a gap.
pub(crate) fn cloud_events(messages: &[Value]) {
    let mut ids = HashSet::new();
    for (at, message) in messages.iter().enumerate() {
        assert_eq!(message["specversion"], "1.0");
        assert!(ids.insert(text(message, "id")), "{message}: the id is used again");
        assert!(text(message, "source").starts_with("/runs/") && text(message, "type").starts_with("dev.runnable."));
        assert_eq!(text(message, "sequence"), format!("{:020}", at + 1));
        let members = message.as_object().expect("an object").keys();
        assert!(
            members.clone().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
        );
        assert_eq!(message.get("data").is_some(), message.get("datacontenttype").is_some(), "{message}");
        assert_ne!(message.get("subject"), Some(&Value::from("")), "{message}");
    }
}
