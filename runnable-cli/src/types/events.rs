//! The union of a pipeline's events.

use super::{
    names::quoted,
    schema::{Writer, comment},
    ty::Ty,
};
use runnable_graph::Graph;
use serde_json::{Map, Value};
use std::fmt::Write;

/// Returns the types of the steps and the events of a pipeline. `schema` describes its events in the flat form; without it, only
/// the steps are known.
pub(super) fn events(graph: &Graph, schema: Option<&Value>, writer: &Writer<'_>) -> String {
    let steps = Ty::union(graph.steps().map(|step| Ty::new(quoted(step.id()))));
    let kinds: Vec<Kind<'_>> = match schema {
        Some(schema) => schema.get("anyOf").and_then(Value::as_array).into_iter().flatten().map(Kind::of).collect(),
        None => vec![Kind { task: None, name: None, fields: None }],
    };
    let mut all: Vec<String> = Vec::new();
    for kind in &kinds {
        let steps: Vec<_> =
            graph.steps().filter(|step| kind.task.is_none_or(|task| step.task() == Some(task))).collect();
        for step in steps {
            let event = format!("EventOf<{}, {}>", quoted(step.id()), kind.arguments(writer));
            if !all.contains(&event) {
                all.push(event);
            }
        }
    }
    let indent = writer.indent;
    let mut text = comment("The steps: their paths without the numbers of items.", indent);
    let _ = writeln!(text, "{:indent$}export type Step = {steps};", "");
    text += &comment("The events that the tasks send.", indent);
    let lines = all.iter().map(|event| format!("\n{:indent$}  | {event}", ""));
    let lines = if all.is_empty() { " never".to_owned() } else { lines.collect() };
    let _ = writeln!(text, "{:indent$}export type Event ={lines};", "");
    text
}

/// A kind of event.
struct Kind<'s> {
    /// The task that sends it. Unknown if the schema comes from an earlier version.
    task: Option<&'s str>,
    /// Its `type`. Unknown if the task chooses it at run time.
    name: Option<&'s str>,
    /// The schema of its fields beside its `type`.
    fields: Option<Map<String, Value>>,
}

impl<'s> Kind<'s> {
    fn of(schema: &'s Value) -> Self {
        let name = schema.pointer("/properties/type/const").and_then(Value::as_str);
        let mut fields = schema.as_object().cloned().filter(|_| name.is_some());
        if let Some(fields) = &mut fields {
            if let Some(Value::Object(properties)) = fields.get_mut("properties") {
                properties.remove("type");
            }
            if let Some(Value::Array(required)) = fields.get_mut("required") {
                required.retain(|name| name != "type");
            }
        }
        Self { task: schema.get("x-task").and_then(Value::as_str), name, fields }
    }

    /// Returns the arguments of `EventOf` after the step: the type, and the data if there are any.
    fn arguments(&self, writer: &Writer<'_>) -> String {
        let Some(name) = self.name else { return "string, { [name: string]: unknown }".to_owned() };
        let fields = self.fields.as_ref().filter(|fields| {
            fields.get("properties").and_then(Value::as_object).is_some_and(|properties| !properties.is_empty())
        });
        let inner = Writer { indent: writer.indent + 4, ..*writer };
        match fields {
            Some(fields) => format!("{}, {}", quoted(name), inner.object(fields)),
            None => quoted(name),
        }
    }
}
