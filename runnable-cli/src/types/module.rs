//! The module with the types of all pipelines.

use super::{
    events::events,
    names::{Names, property, type_name},
    schema::{Definitions, Writer, comment, has_members},
};
use runnable_graph::Graph;
use serde_json::{Map, Value};
use std::{collections::BTreeMap, fmt::Write};

/// The types and the functions that all modules have.
const RUNTIME: &str = include_str!("runtime.ts");

const HEADER: &str =
    "// Types of the pipelines of a program. The command `types` has written this file: do not edit it.\n";

/// A pipeline, as its types need it.
#[derive(Debug)]
pub(crate) struct Described {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) graph: Graph,
    /// The JSON Schemas of its `input`, its `output` and its `events`. Without the last two, a type of the pipeline has no schema.
    pub(crate) schemas: Value,
}

impl Described {
    /// Returns true if all types of the pipeline have a schema.
    pub(crate) fn is_whole(&self) -> bool {
        ["input", "output", "events"].iter().all(|part| self.schemas.get(*part).is_some())
    }
}

/// Returns a TypeScript module with the types of these pipelines.
pub(crate) fn module(pipelines: &[Described]) -> String {
    let mut names = Names::default();
    let namespaces: Vec<_> =
        pipelines.iter().map(|pipeline| (names.give(&type_name(&pipeline.name)), pipeline)).collect();
    let mut text = format!("{HEADER}\n/** The types of each pipeline. */\nexport interface Pipelines {{\n");
    for (namespace, pipeline) in &namespaces {
        let name = property(&pipeline.name);
        let types = ["input", "output", "event"].map(|part| format!("{part}: {namespace}.{}", type_name(part)));
        let _ = writeln!(text, "  {name}: {{ {} }};", types.join("; "));
    }
    text += "}\n";
    for (namespace, pipeline) in &namespaces {
        text += &self::namespace(namespace, pipeline);
    }
    text + "\n" + RUNTIME
}

fn namespace(name: &str, pipeline: &Described) -> String {
    let (mut names, mut types) = (Names::default(), Types::default());
    let [input, output, events_schema] = ["input", "output", "events"].map(|part| (part, pipeline.schemas.get(part)));
    let mut text = format!("\n{}export namespace {name} {{\n", comment(&pipeline.docs, 0));
    for (title, (part, schema)) in [("Input", input), ("Output", output)] {
        let definitions = types.define(part, schema, &mut names);
        text += &declared(title, schema.unwrap_or(&Value::Bool(true)), &definitions);
    }
    let definitions = types.define("event", events_schema.1, &mut names);
    text += &events(&pipeline.graph, events_schema.1, &Writer { definitions: &definitions, indent: 2 });
    text + &types.text + "}\n"
}

/// The types that the schemas of a pipeline define.
#[derive(Default)]
struct Types {
    text: String,
    /// The definitions that were written, with the names of their types.
    known: BTreeMap<String, (Value, String)>,
}

impl Types {
    /// Writes the definitions of a schema, and returns their names. The schemas of a pipeline share those that are equal.
    fn define(&mut self, part: &str, schema: Option<&Value>, names: &mut Names) -> Definitions {
        let empty = Map::new();
        let all = schema.and_then(|schema| schema.get("$defs")?.as_object()).unwrap_or(&empty);
        // A definition may refer to all others, so that a single difference makes all of them differ.
        let are_shared = all.iter().all(|(name, schema)| self.known.get(name).is_none_or(|(known, _)| known == schema));
        let mut new = Vec::new();
        let mut definitions = Definitions::new();
        for (name, schema) in all {
            let ty = match self.known.get(name).filter(|_| are_shared) {
                Some((_, ty)) => ty.clone(),
                None => {
                    let like = if are_shared { name.clone() } else { format!("{}{name}", type_name(part)) };
                    let ty = names.give(&like);
                    new.push((ty.clone(), schema));
                    self.known.entry(name.clone()).or_insert_with(|| (schema.clone(), ty.clone()));
                    ty
                }
            };
            definitions.insert(name.clone(), ty);
        }
        for (ty, schema) in new {
            self.text += &declared(&ty, schema, &definitions);
        }
        definitions
    }
}

/// Returns the declaration of a type.
fn declared(name: &str, schema: &Value, definitions: &Definitions) -> String {
    let writer = Writer { definitions, indent: 2 };
    let docs = comment(schema.get("description").and_then(Value::as_str).unwrap_or_default(), 2);
    match schema.as_object().filter(|schema| is_plain(schema)) {
        Some(schema) => format!("{docs}  export interface {name} {}\n", writer.object(schema)),
        None => format!("{docs}  export type {name} = {};\n", writer.ty(schema)),
    }
}

/// Returns true if a schema describes an object with properties and nothing else.
fn is_plain(schema: &Map<String, Value>) -> bool {
    let has_properties = schema.get("properties").and_then(Value::as_object).is_some_and(|all| !all.is_empty());
    let others = ["$ref", "allOf", "anyOf", "const", "enum", "not", "oneOf", "patternProperties"];
    let has_others = others.iter().any(|keyword| schema.contains_key(*keyword));
    let is_object = schema.get("type").is_none_or(|ty| ty == "object");
    let is_closed = schema.get("additionalProperties").is_none_or(|others| *others == Value::Bool(false));
    has_properties && has_members(schema) && is_object && is_closed && !has_others
}
