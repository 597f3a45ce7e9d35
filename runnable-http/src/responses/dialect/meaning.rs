//! The meanings of a task's own events to a front end.

use super::seen::Seen;
use runnable_core::{DeclaredMeaning, EventMeaning};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;
use std::{borrow::Cow, fmt};

/// The meaning of an event with its parts. An event that lacks a part, or has one of another type than expected, is
/// [`Other`](Self::Other).
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
#[derive(Debug)]
pub(super) struct ToolCall<'a> {
    pub(super) id: Cow<'a, str>,
    pub(super) name: Cow<'a, str>,
    /// JSON.
    pub(super) input: Option<&'a str>,
}

/// The result of a call: its output, or an error.
#[derive(Debug)]
pub(super) struct ToolResult<'a> {
    pub(super) id: Cow<'a, str>,
    /// JSON.
    pub(super) output: Option<&'a str>,
    pub(super) error: Option<Cow<'a, str>>,
}

/// A page that a text refers to.
#[derive(Debug)]
pub(super) struct Source<'a> {
    pub(super) url: Cow<'a, str>,
    pub(super) title: Option<Cow<'a, str>>,
}

/// The tokens that a call of a model took.
#[derive(Debug)]
pub(super) struct Usage<'a> {
    pub(super) model: Option<Cow<'a, str>>,
    pub(super) provider: Option<Cow<'a, str>>,
    pub(super) input_tokens: Option<u64>,
    pub(super) output_tokens: Option<u64>,
    pub(super) total_tokens: Option<u64>,
}

impl<'a> Meaning<'a> {
    pub(super) fn of(event: &Seen<'a>) -> Self {
        let Some(meaning) = meant(event) else { return Self::Other };
        let parts = Parts { members: members(event.data.unwrap_or("{}")), declared: event.declared };
        match meaning {
            EventMeaning::Text => parts.piece().map(Self::Text),
            EventMeaning::Reasoning => parts.piece().map(Self::Reasoning),
            EventMeaning::ToolCall => parts.tool_call().ok().map(Self::ToolCall),
            EventMeaning::ToolResult => parts.tool_result().ok().map(Self::ToolResult),
            EventMeaning::Source => parts.source().ok().map(Self::Source),
            EventMeaning::Usage => parts.usage().ok().map(Self::Usage),
            EventMeaning::Status => Some(Self::Status),
            EventMeaning::Progress => Some(Self::Progress),
            _ => None,
        }
        .unwrap_or(Self::Other)
    }
}

/// Returns the meaning that is declared for an event, or else the meaning of its type.
fn meant(event: &Seen<'_>) -> Option<EventMeaning> {
    if let Some(declared) = event.declared {
        return Some(declared.meaning);
    }
    Some(match event.event_type {
        "chunk" => EventMeaning::Text,
        "reasoning" => EventMeaning::Reasoning,
        "tool_call" => EventMeaning::ToolCall,
        "tool_result" => EventMeaning::ToolResult,
        "source" => EventMeaning::Source,
        "usage" => EventMeaning::Usage,
        "status" => EventMeaning::Status,
        "progress" => EventMeaning::Progress,
        _ => return None,
    })
}

/// The fields of an event, by the parts of its meaning.
struct Parts<'a> {
    members: Vec<(Cow<'a, str>, &'a RawValue)>,
    declared: Option<DeclaredMeaning>,
}

impl<'a> Parts<'a> {
    fn piece(&self) -> Option<&'a str> {
        self.get(&["text"]).filter(|text| text.starts_with('"'))
    }

    fn tool_call(&self) -> serde_json::Result<ToolCall<'a>> {
        let input = self.get(&["input", "arguments"]);
        Ok(ToolCall { id: self.text("id")?, name: self.text("name")?, input })
    }

    fn tool_result(&self) -> serde_json::Result<ToolResult<'a>> {
        let output = self.get(&["output", "result"]);
        Ok(ToolResult { id: self.text("id")?, output, error: self.optional_text("error")? })
    }

    fn source(&self) -> serde_json::Result<Source<'a>> {
        Ok(Source { url: self.text("url")?, title: self.optional_text("title")? })
    }

    fn usage(&self) -> serde_json::Result<Usage<'a>> {
        Ok(Usage {
            model: self.optional_text("model")?,
            provider: self.optional_text("provider")?,
            input_tokens: self.number(&["input_tokens", "inputTokens", "prompt_tokens"])?,
            output_tokens: self.number(&["output_tokens", "outputTokens", "completion_tokens"])?,
            total_tokens: self.number(&["total_tokens", "totalTokens"])?,
        })
    }

    fn text(&self, part: &'static str) -> serde_json::Result<Cow<'a, str>> {
        serde_json::from_str(self.get(&[part]).unwrap_or("null")).map(|Text(text)| text)
    }

    fn optional_text(&self, part: &'static str) -> serde_json::Result<Option<Cow<'a, str>>> {
        self.get(&[part]).map(|_| self.text(part)).transpose()
    }

    fn number(&self, names: &[&'static str]) -> serde_json::Result<Option<u64>> {
        self.get(names).map(serde_json::from_str).transpose()
    }

    /// Returns the JSON of a part, which has its own name or those of a convention. `null`
    /// stands for a part that is missing.
    fn get(&self, names: &[&'static str]) -> Option<&'a str> {
        let keys = self.declared.map_or(&[][..], |declared| declared.keys);
        let declared = keys.iter().find(|(part, _)| *part == names[0]).map(|(_, key)| *key);
        let value = match declared {
            Some(key) => member(&self.members, &[key]),
            None => member(&self.members, names),
        };
        value.filter(|json| *json != "null")
    }
}

/// A text that is borrowed if it has no escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// Returns the JSON of the first member that has one of these names.
fn member<'a>(members: &[(Cow<'a, str>, &'a RawValue)], names: &[&str]) -> Option<&'a str> {
    members.iter().find(|(name, _)| names.contains(&&**name)).map(|(_, value)| value.get())
}

/// Returns the members of an object, or none of other data.
fn members(object: &str) -> Vec<(Cow<'_, str>, &RawValue)> {
    serde_json::Deserializer::from_str(object).deserialize_map(Members).unwrap_or_default()
}

struct Members;

impl<'a> Visitor<'a> for Members {
    type Value = Vec<(Cow<'a, str>, &'a RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'a>>(self, mut members: M) -> Result<Self::Value, M::Error> {
        let mut all = Vec::new();
        while let Some((Text(name), value)) = members.next_entry()? {
            all.push((name, value));
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member<'a>(object: &'a str, names: &[&str]) -> Option<&'a str> {
        super::member(&members(object), names)
    }

    #[test]
    fn a_member_is_found_by_any_of_its_names_and_returned_as_it_is_written() {
        let object = r#"{"a\u0062":[1, 2],"b" : "x\n","a":null}"#;
        assert_eq!(member(object, &["ab"]), Some("[1, 2]"));
        assert_eq!(member(object, &["c", "b"]), Some(r#""x\n""#));
        assert_eq!(member(object, &["a"]), Some("null"));
        for (json, name) in [(object, "c"), ("[]", "a"), ("{", "a"), ("", "a")] {
            assert_eq!(member(json, &[name]), None, "{json}");
        }
    }
}
