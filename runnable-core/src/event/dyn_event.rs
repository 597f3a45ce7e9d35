//! The free-form event.

use super::{task_event::TaskEvent, wire::WireEvent};
use crate::id::BoxError;
use serde::{Serialize, Serializer, de::DeserializeOwned, ser::SerializeMap};
use serde_json::{Map, Value};

/// An event of any type with any fields, for tasks whose events have no enum of their own.
///
/// There are five standard types ([`status`](Self::status), [`progress`](Self::progress), [`chunk`](Self::chunk),
/// [`done`](Self::done), [`error`](Self::error)) and [`new`](Self::new) for any other.
///
/// ```
/// use runnable_core::DynEvent;
/// let event = DynEvent::progress().with("completed", 1).with("total", 4);
/// assert_eq!(serde_json::to_string(&event).unwrap(), r#"{"type":"progress","completed":1,"total":4}"#);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct DynEvent {
    event_type: String,
    fields: DynFields,
    /// A value that did not serialise, told when the end event is read.
    defect: Option<String>,
}

/// The fields of a [`DynEvent`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DynFields(Map<String, Value>);

impl DynEvent {
    /// An event of any type.
    #[must_use]
    pub fn new(event_type: impl Into<String>) -> Self {
        Self { event_type: event_type.into(), fields: DynFields::default(), defect: None }
    }

    /// What the step is doing.
    #[must_use]
    pub fn status() -> Self {
        Self::new("status")
    }

    /// How far the step is.
    #[must_use]
    pub fn progress() -> Self {
        Self::new("progress")
    }

    /// A part of the result.
    #[must_use]
    pub fn chunk() -> Self {
        Self::new("chunk")
    }

    /// The end, with the returns.
    #[must_use]
    pub fn done() -> Self {
        Self::new("done")
    }

    /// What went wrong. The step fails only if its stream then yields an error, too.
    #[must_use]
    pub fn error() -> Self {
        Self::new("error")
    }

    /// Adds a field. A value that does not serialise to JSON becomes `null`, and fails the step if it is a return.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Serialize) -> Self {
        let name = name.into();
        let value = serde_json::to_value(value).unwrap_or_else(|error| {
            self.defect = Some(format!("field `{name}`: {error}"));
            Value::Null
        });
        self.fields.0.insert(name, value);
        self
    }

    /// A field's value.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.0.get(name)
    }
}

impl DynFields {
    /// A return, by name.
    ///
    /// # Errors
    /// The event lacks it, or it has another type.
    pub fn take<T: DeserializeOwned>(&self, name: &str) -> Result<T, BoxError> {
        let Some(value) = self.0.get(name) else {
            let names: Vec<_> = self.0.keys().map(|name| format!("`{name}`")).collect();
            return Err(format!("the end event lacks the return `{name}`; it has {}", names.join(", ")).into());
        };
        T::deserialize(value).map_err(|error| format!("the end event's `{name}` has another type: {error}").into())
    }
}

/// The returns, if `event` is the end event.
pub fn dyn_end<T>(
    event: &DynEvent,
    end: &str,
    read: impl FnOnce(&DynFields) -> Result<T, BoxError>,
) -> Option<Result<T, BoxError>> {
    (event.event_type == end).then(|| match &event.defect {
        Some(defect) => Err(defect.as_str().into()),
        None => read(&event.fields),
    })
}

impl TaskEvent for DynEvent {
    const VARIANTS: &'static [(&'static str, &'static [&'static str])] = &[];
    fn event_type(&self) -> &str {
        &self.event_type
    }
}

impl WireEvent for DynEvent {
    fn event_type(&self) -> &str {
        &self.event_type
    }
    fn serialize_data<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.fields.0.serialize(to)
    }
}

impl Serialize for DynEvent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(1 + self.fields.0.len()))?;
        map.serialize_entry("type", &self.event_type)?;
        for (name, value) in self.fields.0.iter().filter(|(name, _)| *name != "type") {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
