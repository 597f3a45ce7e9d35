//! The meanings of events to front ends.

/// The meaning of a task's own event to a front end, which `derive(TaskEvent)` reads from `#[event(..)]`.
///
/// An event without a declared meaning has the meaning of its type: `chunk` is [`Text`](Self::Text), and the others are named as
/// their types are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EventMeaning {
    /// The next piece of a text, `#[event(text)]`.
    Text,
    /// The next piece of the reasoning before a text, `#[event(reasoning)]`.
    Reasoning,
    /// A call of a tool, `#[event(tool_call)]`.
    ToolCall,
    /// The result of a call, `#[event(tool_result)]`.
    ToolResult,
    /// A page that a text refers to, `#[event(source)]`.
    Source,
    /// The tokens that a model used, `#[event(usage)]`.
    Usage,
    /// The current work of the step, `#[event(status)]`.
    Status,
    /// The progress of the step, `#[event(progress)]`.
    Progress,
    /// None of the others, `#[event(custom)]`.
    Custom,
}

/// An event type with the meaning that is declared for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeclaredMeaning {
    /// The event's `type`.
    pub event_type: &'static str,
    /// Its meaning.
    pub meaning: EventMeaning,
    /// The parts of the meaning, such as `text`, with the keys of the fields that have them. A part that is not in this list has
    /// its own name as its key.
    pub keys: &'static [(&'static str, &'static str)],
}

impl DeclaredMeaning {
    /// Declares the meaning of an event type.
    #[must_use]
    pub const fn new(
        event_type: &'static str,
        meaning: EventMeaning,
        keys: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { event_type, meaning, keys }
    }
}
