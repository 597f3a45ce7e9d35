//! The parameters of requests: those that handlers read are those that the document has.

use serde_json::{Value, json};

/// A parameter in the query or a header of a request.
#[derive(Debug, Clone, Copy)]
pub(in crate::service) struct Parameter {
    pub(in crate::service) name: &'static str,
    about: &'static str,
    required: bool,
    schema: fn() -> Value,
}

impl Parameter {
    /// Returns a parameter that is any text.
    pub(in crate::service) const fn text(name: &'static str, about: &'static str) -> Self {
        Self::new(name, about, || json!({ "type": "string" }))
    }

    /// Returns a parameter that is a number from 0.
    pub(in crate::service) const fn number(name: &'static str, about: &'static str) -> Self {
        Self::new(name, about, || json!({ "type": "integer", "minimum": 0, "maximum": u64::MAX }))
    }

    /// Returns a parameter that is on or off.
    pub(in crate::service) const fn flag(name: &'static str, about: &'static str) -> Self {
        Self::new(name, about, || json!({ "type": "string", "enum": ["1", "0", "true", "false"] }))
    }

    /// Returns a parameter with a schema of its own.
    pub(in crate::service) const fn new(name: &'static str, about: &'static str, schema: fn() -> Value) -> Self {
        Self { name, about, required: false, schema }
    }

    /// Requires the parameter.
    pub(in crate::service) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Returns the parameter as an object of the document. `place` is `query`, `header` or `path`.
    pub(super) fn object(&self, place: &str) -> Value {
        let Self { name, about, required, schema } = self;
        json!({ "name": name, "in": place, "description": about, "required": required, "schema": schema() })
    }
}
