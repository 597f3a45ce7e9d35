//! The JSON Schemas of a pipeline.

use runnable_core::input::{FromParameters, ParameterKind};
use serde_json::{Map, Value, json};

/// Returns the schemas of the input, the output and the events of a pipeline. If one of its types has no schema, only the names
/// of the parameters are known.
#[must_use]
pub fn schemas<P: FromParameters>() -> Value {
    #[cfg(feature = "schema")]
    if let Some(schemas) = P::SCHEMAS {
        return json!({ "input": (schemas.input)(), "output": (schemas.output)(), "events": (schemas.events)() });
    }
    let mut properties = Map::new();
    for parameter in P::PARAMETERS.iter().filter(|parameter| parameter.kind == ParameterKind::Input) {
        // Any value, as far as is known here.
        let mut property = json!({ "$comment": parameter.ty });
        if !parameter.docs.is_empty() {
            property["description"] = parameter.docs.into();
        }
        properties.insert(parameter.name.to_owned(), property);
    }
    let input = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": P::NAME,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    json!({ "input": input })
}
