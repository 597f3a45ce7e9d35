//! AG-UI 1.0.

use super::{
    Protocol,
    json::{Messages, Object},
    meaning::{Meaning, Usage},
    open::{Calls, End, Open, PartKind, Step, as_text, name, reset},
    seen::{Seen, What},
    subagents::Subagents,
};
use runnable_wire::{Kind, OutcomeName};
use serde_json::{Map, Value, json};

const PROTOCOL_VERSION: &str = "1.0";

/// The options of a stream of [AG-UI](https://docs.ag-ui.com) events; see [`Sse::ag_ui`](crate::Sse::ag_ui).
///
/// # Examples
/// ```
/// use runnable_http::AgUi;
///
/// let options = AgUi::new().thread_id("thread-1").run_id("run-7");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use = "options do nothing until they are passed to a response"]
pub struct AgUi {
    thread_id: Option<String>,
    run_id: Option<String>,
}

impl AgUi {
    /// Returns the default: the id of the run stands for the thread, too.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the id of the conversation to which the run belongs: `threadId` of the request.
    ///
    /// The ids of messages then begin with the id of the run, as those of a conversation must differ between its runs.
    pub fn thread_id(mut self, id: impl Into<String>) -> Self {
        self.thread_id = Some(id.into());
        self
    }

    /// Sets the id by which the front end knows the run: `runId` of the request.
    pub fn run_id(mut self, id: impl Into<String>) -> Self {
        self.run_id = Some(id.into());
        self
    }
}

/// The messages of a run.
#[derive(Debug)]
pub(crate) struct AgUiEvents {
    options: AgUi,
    open: Open,
    subagents: Subagents,
    begun: bool,
    calls: Calls,
    usage: Vec<Value>,
    /// The message of the end of the run, unless it is resumed.
    end: Vec<u8>,
    /// `true` if the state of the front end has a place for what the steps do.
    state: bool,
}

impl AgUiEvents {
    pub(crate) fn new(options: AgUi) -> Self {
        Self {
            options,
            open: Open::default(),
            subagents: Subagents::default(),
            begun: false,
            calls: Calls::default(),
            usage: Vec::new(),
            end: Vec::new(),
            state: false,
        }
    }
}

impl Protocol for AgUiEvents {
    fn event(&mut self, event: &Seen<'_>, to: &mut Messages<'_>) {
        self.end.clear();
        if !std::mem::replace(&mut self.begun, true) {
            self.begin(event, to);
        }
        match event.what {
            What::Own => self.own(event, to),
            What::Gap => custom(to, event, None, "runnable.gap", event.data.unwrap_or("null")),
            What::Lifecycle(kind) => self.lifecycle(kind, event, to),
        }
    }

    fn end(&mut self, to: &mut Vec<u8>) {
        to.append(&mut self.end);
    }
}

impl AgUiEvents {
    fn ids(&self, event: &Seen<'_>) -> (String, String) {
        let run = self.options.run_id.clone().unwrap_or_else(|| event.run.to_owned());
        (self.options.thread_id.clone().unwrap_or_else(|| event.run.to_owned()), run)
    }

    fn begin(&mut self, event: &Seen<'_>, to: &mut Messages<'_>) {
        let (thread, run) = self.ids(event);
        if self.options.thread_id.is_some() {
            self.open.prefix = format!("{run}:");
        }
        to.typed("RUN_STARTED", |message| {
            message.value("threadId", thread).value("runId", run).value("protocolVersion", PROTOCOL_VERSION);
            origin(message, event);
        });
    }

    fn lifecycle(&mut self, kind: Kind, event: &Seen<'_>, to: &mut Messages<'_>) {
        match kind {
            Kind::RunStarted => {}
            // The steps that were running when a process died are reset, or end as cancelled.
            Kind::RunResumed => custom(to, event, None, "runnable.resumed", "null"),
            Kind::StepStarted => {
                // A process died before the step ended.
                let again = self.open.end(event.path).into_iter().collect();
                self.end_steps(again, event, to);
                self.begin_step(event, true, to);
            }
            Kind::StepReset => {
                let below = self.open.below(event.path);
                self.end_steps(below, event, to);
                match self.open.get(event.path) {
                    Some(step) => {
                        end_part(step, event, to);
                        step.again(event.attempt);
                    }
                    // A resumed run reopens it.
                    None => self.begin_step(event, true, to),
                }
                let mut value = Vec::new();
                let mut object = Object::begin(&mut value);
                reset(&mut object, event.path, event.attempt);
                object.end();
                custom(to, event, None, "runnable.reset", &String::from_utf8_lossy(&value));
            }
            Kind::StepFinished => {
                let ended = self.open.end(event.path).into_iter().collect();
                self.end_steps(ended, event, to);
            }
            Kind::RunFinished => self.finish(event, to),
        }
    }

    fn finish(&mut self, event: &Seen<'_>, to: &mut Messages<'_>) {
        let all = self.open.all();
        self.end_steps(all, event, to);
        self.subagents.end_all(to, |message| origin(message, event));
        let (thread, run) = self.ids(event);
        let (end, mut to) = (End::read(event.data), to.kept(&mut self.end));
        let has_failed = end.outcome == OutcomeName::Failed;
        to.typed(if has_failed { "RUN_ERROR" } else { "RUN_FINISHED" }, |message| {
            if has_failed {
                let (text, code) = end.error();
                message.value("message", text).value("code", code);
            } else {
                message.value("threadId", thread).value("runId", run);
                if let Some(result) = end.result {
                    message.json("result", result.get());
                }
                message.value("outcome", json!({ "type": end.outcome }));
            }
            if !self.usage.is_empty() {
                message.value("usage", &self.usage);
            }
            origin(message, event);
        });
    }

    /// Begins a step, and the subagents that it belongs to. `shown` is false for a step whose start was not read.
    fn begin_step(&mut self, event: &Seen<'_>, shown: bool, to: &mut Messages<'_>) {
        let step = name(event.path);
        let owner = self.subagents.enter(&step, event.seq, to, |message| origin(message, event));
        if shown {
            to.typed("STEP_STARTED", |message| {
                message.value("stepName", &step);
                owned(message, owner.as_deref());
                origin(message, event);
            });
        }
        self.open.begin(event.path, event.attempt, owner, shown);
    }

    fn end_steps(&mut self, steps: Vec<Step>, event: &Seen<'_>, to: &mut Messages<'_>) {
        for mut step in steps {
            end_part(&mut step, event, to);
            if step.shown {
                to.typed("STEP_FINISHED", |message| {
                    message.value("stepName", &step.name);
                    owned(message, step.owner.as_deref());
                    origin(message, event);
                });
            }
            self.subagents.leave(&step.name);
        }
    }

    fn own(&mut self, event: &Seen<'_>, to: &mut Messages<'_>) {
        if self.open.get(event.path).is_none() {
            self.begin_step(event, false, to);
        }
        let Some(step) = self.open.get(event.path) else { return };
        let data = event.data.unwrap_or("{}");
        match Meaning::of(event) {
            Meaning::Text(piece) => write(step, PartKind::Text, piece, event, to),
            Meaning::Reasoning(piece) => write(step, PartKind::Reasoning, piece, event, to),
            Meaning::ToolCall(call) => {
                end_part(step, event, to);
                let id = self.calls.begin(event.path, &call.id, event.seq);
                let owner = step.owner.as_deref();
                let mut part = |message_type: &str, name: &str, value: &str| {
                    to.typed(message_type, |message| {
                        message.value("toolCallId", &id);
                        if !name.is_empty() {
                            message.value(name, value);
                        }
                        owned(message, owner);
                        origin(message, event);
                    });
                };
                part("TOOL_CALL_START", "toolCallName", &call.name);
                part("TOOL_CALL_ARGS", "delta", call.input.unwrap_or("{}"));
                part("TOOL_CALL_END", "", "");
            }
            Meaning::ToolResult(result) => match self.calls.get(event.path, &result.id) {
                None => custom(to, event, step.owner.as_deref(), event.event_type, data),
                Some(id) => to.typed("TOOL_CALL_RESULT", |message| {
                    let content = match (&result.error, result.output) {
                        (Some(error), _) => error.clone().into_owned(),
                        (None, output) => output.map_or_else(String::new, as_text),
                    };
                    message.value("messageId", format_args!("{id}:result:{}", event.seq)).value("toolCallId", id);
                    message.value("content", content).value("role", "tool");
                    owned(message, step.owner.as_deref());
                    origin(message, event);
                }),
            },
            Meaning::Status => {
                custom(to, event, step.owner.as_deref(), "runnable.status", data);
                self.state("status", event, data, to);
            }
            Meaning::Progress => {
                custom(to, event, step.owner.as_deref(), "runnable.progress", data);
                self.state("progress", event, data, to);
            }
            Meaning::Source(_) => custom(to, event, step.owner.as_deref(), "runnable.source", data),
            Meaning::Usage(usage) => {
                custom(to, event, step.owner.as_deref(), "runnable.usage", data);
                self.usage.push(tokens(&usage));
            }
            Meaning::Other => custom(to, event, step.owner.as_deref(), event.event_type, data),
        }
    }

    /// Keeps the last status of a step in the state of the front end, under `/runnable`.
    fn state(&mut self, what: &str, event: &Seen<'_>, data: &str, to: &mut Messages<'_>) {
        let first = !std::mem::replace(&mut self.state, true);
        let step = name(event.path).replace('~', "~0").replace('/', "~1");
        to.typed("STATE_DELTA", |message| {
            let empty = r#"{"op":"add","path":"/runnable","value":{"status":{},"progress":{}}},"#;
            let path = Value::from(format!("/runnable/{what}/{step}"));
            let empty = if first { empty } else { "" };
            message.json("delta", &format!(r#"[{empty}{{"op":"add","path":{path},"value":{data}}}]"#));
            origin(message, event);
        });
    }
}

/// Writes a piece of a text, and what begins it. The protocol has no empty pieces.
fn write(step: &mut Step, kind: PartKind, piece: &str, event: &Seen<'_>, to: &mut Messages<'_>) {
    if piece == r#""""# {
        return;
    }
    if step.writing(kind).is_none() {
        end_part(step, event, to);
        begin_part(step, kind, event, to);
    }
    let Some(part) = step.writing(kind) else { return };
    to.text(|to| {
        to.extend_from_slice(&part.prefix);
        to.extend_from_slice(piece.as_bytes());
        let mut rest = Object::after(to);
        origin(&mut rest, event);
        rest.end();
    });
}

fn begin_part(step: &mut Step, kind: PartKind, event: &Seen<'_>, to: &mut Messages<'_>) {
    let owner = step.owner.clone();
    let part = step.write(kind);
    let mut begin = |message_type: &str, role: &str| {
        to.typed(message_type, |message| {
            message.value("messageId", &part.id);
            if !role.is_empty() {
                message.value("role", role);
            }
            owned(message, owner.as_deref());
            origin(message, event);
        });
    };
    let content = match kind {
        PartKind::Text => {
            begin("TEXT_MESSAGE_START", "assistant");
            "TEXT_MESSAGE_CONTENT"
        }
        PartKind::Reasoning => {
            begin("REASONING_START", "");
            begin("REASONING_MESSAGE_START", "reasoning");
            "REASONING_MESSAGE_CONTENT"
        }
    };
    let mut object = Object::begin(&mut part.prefix);
    object.value("type", content).value("messageId", &part.id);
    owned(&mut object, owner.as_deref());
    object.json("delta", "");
}

fn end_part(step: &mut Step, event: &Seen<'_>, to: &mut Messages<'_>) {
    let Some(part) = step.take_part() else { return };
    let ends: &[_] = match part.kind {
        PartKind::Text => &["TEXT_MESSAGE_END"],
        PartKind::Reasoning => &["REASONING_MESSAGE_END", "REASONING_END"],
    };
    for end in ends {
        to.typed(end, |message| {
            message.value("messageId", &part.id);
            owned(message, step.owner.as_deref());
            origin(message, event);
        });
    }
}

fn custom(to: &mut Messages<'_>, event: &Seen<'_>, owner: Option<&str>, name: &str, value: &str) {
    to.typed("CUSTOM", |message| {
        message.value("name", name).json("value", value);
        owned(message, owner);
        origin(message, event);
    });
}

fn owned(message: &mut Object<'_>, owner: Option<&str>) {
    if let Some(owner) = owner {
        message.value("subagentRunId", owner);
    }
}

/// Adds the time, and the place of the event in its run: where the protocol keeps what is not its own.
fn origin(message: &mut Object<'_>, event: &Seen<'_>) {
    if event.what == What::Gap {
        return;
    }
    message.value("timestamp", event.millis).object("metadata", |metadata| {
        metadata.value("seq", event.seq).json("path", event.path).value("attempt", event.attempt);
    });
}

/// Returns the tokens of a call in the words of the protocol.
fn tokens(usage: &Usage<'_>) -> Value {
    let numbers = [
        ("inputTokens", usage.input_tokens),
        ("outputTokens", usage.output_tokens),
        ("totalTokens", usage.total_tokens),
    ];
    let numbers = numbers.into_iter().filter_map(|(name, number)| Some((name, Value::from(number?))));
    let texts = [("provider", &usage.provider), ("model", &usage.model)];
    let texts = texts.into_iter().filter_map(|(name, text)| Some((name, Value::from(&**text.as_ref()?))));
    texts.chain(numbers).map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>().into()
}
