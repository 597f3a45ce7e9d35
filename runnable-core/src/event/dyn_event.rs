//! Free-form events.

use super::{task_event::TaskEvent, wire::WireEvent};
use crate::{
    id::{BoxError, Error},
    strict,
};
use runnable_wire::is_reserved;
use serde::{Serialize, Serializer, de::DeserializeOwned, ser::SerializeMap};
use serde_json::{Map, Value};
use std::any::Any;

/// An event of any type with any fields, for tasks without an event enum.
///
/// Five types have constructors ([`status`](Self::status), [`progress`](Self::progress), [`chunk`](Self::chunk),
/// [`done`](Self::done), [`error`](Self::error)) and [`new`](Self::new) makes events of any other type.
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
    /// The error of a value that did not serialize. It is reported when the end event is read.
    defect: Option<String>,
}

/// The fields of a [`DynEvent`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DynFields(Map<String, Value>);

impl DynEvent {
    /// Returns an event of any type that is not reserved.
    ///
    /// The runtime reserves the types `run.*`, `step.*` and `gap` for itself. A step that yields or emits an event of such a
    /// type fails: the event is not sent, and the error names the type. If types come from elsewhere, give them a prefix.
    ///
    /// # Examples
    /// ```
    /// use runnable_core::DynEvent;
    ///
    /// let upstream = "run.finished";
    /// let event = DynEvent::new(format!("upstream.{upstream}"));
    /// assert_eq!(serde_json::to_string(&event).unwrap(), r#"{"type":"upstream.run.finished"}"#);
    /// ```
    #[must_use]
    pub fn new(event_type: impl Into<String>) -> Self {
        Self { event_type: event_type.into(), fields: DynFields::default(), defect: None }
    }

    /// Returns a `status` event: a description of the current activity.
    #[must_use]
    pub fn status() -> Self {
        Self::new("status")
    }

    /// Returns a `progress` event: the fraction of the work that is done.
    #[must_use]
    pub fn progress() -> Self {
        Self::new("progress")
    }

    /// Returns a `chunk` event: a part of the result.
    #[must_use]
    pub fn chunk() -> Self {
        Self::new("chunk")
    }

    /// Returns a `done` event: the end, with the returns.
    #[must_use]
    pub fn done() -> Self {
        Self::new("done")
    }

    /// Returns an `error` event: a description of a problem. The step fails only if its stream also yields an error.
    #[must_use]
    pub fn error() -> Self {
        Self::new("error")
    }

    /// Adds a field. A value that does not serialize to JSON, such as `NaN`, becomes `null`, and fails the step if it is a return
    /// or if the run is recorded.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Serialize) -> Self {
        let name = name.into();
        let (json, defect) = match serde_json::to_value(&value) {
            Ok(json) if !has_null(&json) => (json, None),
            // Also the form of values without another, such as `NaN`.
            Ok(json) => (json, strict::write(&mut Vec::new(), &value).err().map(|refusal| refusal.to_string())),
            Err(error) => (Value::Null, Some(error.to_string())),
        };
        if let Some(defect) = defect {
            self.defect = Some(format!("field `{name}`: {defect}"));
        }
        self.fields.0.insert(name, json);
        self
    }

    /// Returns the value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.0.get(name)
    }

    /// Reads the returns if this is the end event.
    pub(crate) fn returns<T>(
        &self,
        end: &str,
        read: impl FnOnce(&DynFields) -> Result<T, BoxError>,
    ) -> Option<Result<T, BoxError>> {
        (self.event_type == end).then(|| match &self.defect {
            Some(defect) => Err(defect.as_str().into()),
            None => read(&self.fields),
        })
    }
}

fn has_null(json: &Value) -> bool {
    match json {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(fields) => fields.values().any(has_null),
        _ => false,
    }
}

impl DynFields {
    /// Reads a return by name.
    ///
    /// # Errors
    /// Returns an error if the event lacks the return, or if it has the wrong type.
    pub fn take<T: DeserializeOwned>(&self, name: &str) -> Result<T, BoxError> {
        let Some(value) = self.0.get(name) else {
            let names: Vec<_> = self.0.keys().map(|name| format!("`{name}`")).collect();
            return Err(format!("the end event lacks the return `{name}`; it has {}", names.join(", ")).into());
        };
        T::deserialize(value).map_err(|error| format!("the end event's `{name}` has another type: {error}").into())
    }
}

impl crate::id::Sealed for DynEvent {}

/// Returns the error of a step that sends `event`, if the event's type is reserved. Only a [`DynEvent`] can have such a type:
/// `derive(TaskEvent)` checks the others at compile time.
#[inline]
pub(crate) fn refused<E: 'static>(event: &E) -> Option<Error> {
    let event = (event as &dyn Any).downcast_ref::<DynEvent>()?;
    is_reserved(&event.event_type).then(|| reserved(&event.event_type))
}

#[cold]
fn reserved(event_type: &str) -> Error {
    let message = format!(
        "the event type `{event_type}` is reserved for the runtime\n\
         help: choose a type other than `run.*`, `step.*` and `gap`, such as `task.{event_type}`"
    );
    Error::failed(message.into(), false)
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
    fn check(&self) -> Result<(), BoxError> {
        self.defect.as_deref().map_or(Ok(()), |defect| Err(defect.into()))
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
