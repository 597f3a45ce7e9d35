//! The meanings of a task's own events to a front end.

use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The meaning of an event, by its type and its fields. A field of another type than expected makes it [`Other`](Self::Other).
#[derive(Debug)]
pub(super) enum Meaning<'a> {
    /// The next piece of a text: a JSON string.
    Text(&'a str),
    /// The next piece of the reasoning before a text: a JSON string.
    Reasoning(&'a str),
    ToolCall(ToolCall<'a>),
    ToolResult(ToolResult<'a>),
    Source(Source<'a>),
    Usage(Usage<'a>),
    /// The current work of the step; the next status replaces it.
    Status,
    /// The progress of the step; the next one replaces it.
    Progress,
    Other,
}

/// A call of a tool by a model.
#[derive(Debug, Deserialize)]
pub(super) struct ToolCall<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) name: Cow<'a, str>,
    #[serde(borrow, alias = "arguments")]
    pub(super) input: Option<&'a RawValue>,
}

/// The result of a call: its output, or an error.
#[derive(Debug, Deserialize)]
pub(super) struct ToolResult<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow, alias = "result")]
    pub(super) output: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) error: Option<Cow<'a, str>>,
}

/// A page that a text refers to.
#[derive(Debug, Deserialize)]
pub(super) struct Source<'a> {
    #[serde(borrow)]
    pub(super) url: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) title: Option<Cow<'a, str>>,
}

/// The tokens that a call of a model took.
#[derive(Debug, Deserialize)]
pub(super) struct Usage<'a> {
    #[serde(borrow)]
    pub(super) model: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub(super) provider: Option<Cow<'a, str>>,
    #[serde(alias = "inputTokens", alias = "prompt_tokens")]
    pub(super) input_tokens: Option<u64>,
    #[serde(alias = "outputTokens", alias = "completion_tokens")]
    pub(super) output_tokens: Option<u64>,
    #[serde(alias = "totalTokens")]
    pub(super) total_tokens: Option<u64>,
}

#[derive(Deserialize)]
struct Piece<'a> {
    #[serde(borrow)]
    text: &'a RawValue,
}

impl<'a> Meaning<'a> {
    pub(super) fn of(event_type: &str, data: Option<&'a str>) -> Self {
        let data = data.unwrap_or("{}");
        match event_type {
            "chunk" => piece(data).map(Self::Text),
            "reasoning" => piece(data).map(Self::Reasoning),
            "tool_call" => read(data).map(Self::ToolCall),
            "tool_result" => read(data).map(Self::ToolResult),
            "source" => read(data).map(Self::Source),
            "usage" => read(data).map(Self::Usage),
            "status" => Some(Self::Status),
            "progress" => Some(Self::Progress),
            _ => None,
        }
        .unwrap_or(Self::Other)
    }
}

fn piece(data: &str) -> Option<&str> {
    let text = read::<Piece<'_>>(data)?.text.get();
    text.starts_with('"').then_some(text)
}

fn read<'a, T: Deserialize<'a>>(data: &'a str) -> Option<T> {
    serde_json::from_str(data).ok()
}
