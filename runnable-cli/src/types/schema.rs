//! The type of a JSON Schema (2020-12). Bounds of numbers, and all else that a type cannot say, are left out.

use super::{
    names::{property, quoted},
    ty::Ty,
};
use serde_json::{Map, Value};
use std::{collections::BTreeMap, fmt::Write};

/// The names of the types to which references lead, by the names of their definitions.
pub(super) type Definitions = BTreeMap<String, String>;

/// Writes types, each line indented by a number of spaces.
#[derive(Debug, Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) definitions: &'a Definitions,
    pub(super) indent: usize,
}

impl Writer<'_> {
    /// Returns the type of a schema.
    pub(super) fn ty(&self, schema: &Value) -> Ty {
        match schema {
            Value::Bool(false) => Ty::never(),
            Value::Object(schema) => self.of_keywords(schema),
            _ => Ty::unknown(),
        }
    }

    fn of_keywords(&self, schema: &Map<String, Value>) -> Ty {
        if let Some(value) = schema.get("const") {
            return literal(value);
        }
        if let Some(Value::Array(values)) = schema.get("enum") {
            return Ty::union(values.iter().map(literal));
        }
        let is_true = |schema: &Value| schema == &Value::Bool(true) || schema.as_object().is_some_and(Map::is_empty);
        if schema.get("not").is_some_and(is_true) {
            return Ty::never();
        }
        // All of these hold at the same time.
        let reference = schema.get("$ref").and_then(Value::as_str).map(|reference| self.reference(reference));
        let alternatives = ["anyOf", "oneOf"].iter().filter_map(|keyword| schema.get(*keyword)?.as_array());
        let alternatives: Vec<_> =
            alternatives.map(|schemas| Ty::union(schemas.iter().map(|schema| self.ty(schema)))).collect();
        let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
        let names = names(schema);
        // An object without properties beside alternatives says nothing.
        let is_silent = names == ["object"] && !has_members(schema) && !alternatives.is_empty();
        let own =
            (!names.is_empty() && !is_silent).then(|| Ty::union(names.iter().map(|name| self.named(name, schema))));
        let parts = parts.map(|schema| self.ty(schema));
        Ty::intersection(reference.into_iter().chain(own).chain(alternatives).chain(parts))
    }

    fn reference(&self, reference: &str) -> Ty {
        let name = reference.strip_prefix("#/$defs/").map(|name| name.replace("~1", "/").replace("~0", "~"));
        name.and_then(|name| self.definitions.get(&name)).map_or_else(Ty::unknown, Ty::new)
    }

    fn named(&self, name: &str, schema: &Map<String, Value>) -> Ty {
        match name {
            "null" | "boolean" | "string" => Ty::new(name),
            "integer" | "number" => Ty::new("number"),
            "array" => self.list(schema),
            "object" => self.object(schema),
            _ => Ty::unknown(),
        }
    }

    fn list(&self, schema: &Map<String, Value>) -> Ty {
        let items = schema.get("items");
        let item = || items.map_or_else(Ty::unknown, |items| self.ty(items));
        let Some(Value::Array(first)) = schema.get("prefixItems") else { return item().list() };
        let mut all: Vec<_> = first.iter().map(|schema| self.ty(schema).to_string()).collect();
        let most = schema.get("maxItems").and_then(Value::as_u64);
        let is_closed = items == Some(&Value::Bool(false)) || most == u64::try_from(first.len()).ok();
        if !is_closed {
            all.push(format!("...{}", item().list()));
        }
        Ty::new(format!("[{}]", all.join(", ")))
    }

    /// Returns the type of an object, with each property in a line of its own.
    pub(super) fn object(&self, schema: &Map<String, Value>) -> Ty {
        let inner = Self { indent: self.indent + 2, ..*self };
        let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
        let required: Vec<_> = schema.get("required").and_then(Value::as_array).into_iter().flatten().collect();
        let mut lines = String::new();
        for (name, schema) in properties {
            let mark = if required.iter().any(|required| *required == name) { "" } else { "?" };
            let (name, ty, indent) = (property(name), inner.ty(schema), inner.indent);
            let _ = writeln!(lines, "{}{:indent$}{name}{mark}: {ty};", docs(schema, indent), "");
        }
        let patterns = schema.get("patternProperties").and_then(Value::as_object).into_iter().flatten();
        let others = schema.get("additionalProperties").into_iter().chain(patterns.map(|(_, schema)| schema));
        let others: Vec<_> =
            others.filter(|schema| **schema != Value::Bool(false)).map(|schema| self.ty(schema)).collect();
        let is_closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
        let map = |ty: Ty| Ty::new(format!("{{ [name: string]: {ty} }}"));
        if lines.is_empty() {
            return map(if !others.is_empty() {
                Ty::union(others)
            } else if is_closed {
                Ty::never()
            } else {
                Ty::unknown()
            });
        }
        let object = Ty::new(format!("{{\n{lines}{:indent$}}}", "", indent = self.indent));
        // The types of other members would have to allow those of the properties.
        if others.is_empty() { object } else { Ty::intersection([object, map(Ty::unknown())]) }
    }
}

/// Returns the names of the types of JSON that a schema allows, or none if it names none.
fn names(schema: &Map<String, Value>) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ if schema.contains_key("properties") => vec!["object"],
        _ if schema.contains_key("items") || schema.contains_key("prefixItems") => vec!["array"],
        _ => vec![],
    }
}

/// Returns the comment with a description, in lines of its own.
pub(super) fn docs(schema: &Value, indent: usize) -> String {
    comment(schema.get("description").and_then(Value::as_str).unwrap_or_default(), indent)
}

/// Returns a comment, or nothing for an empty text.
pub(super) fn comment(text: &str, indent: usize) -> String {
    let text = text.trim().replace("*/", "*\\/");
    let lines: Vec<_> = text.lines().collect();
    match &lines[..] {
        [] => String::new(),
        [line] => format!("{:indent$}/** {line} */\n", ""),
        lines => {
            let mut comment = format!("{:indent$}/**\n", "");
            for line in lines {
                let _ = writeln!(comment, "{:indent$} * {line}", "");
            }
            // Lines without text have no space at their end.
            format!("{comment}{:indent$} */\n", "").replace(" * \n", " *\n")
        }
    }
}

fn literal(value: &Value) -> Ty {
    match value {
        Value::String(text) => Ty::new(quoted(text)),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| literal(item).to_string()).collect();
            Ty::new(format!("[{}]", items.join(", ")))
        }
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| format!(" {}: {};", property(name), literal(value)));
            Ty::new(format!("{{{} }}", members.collect::<String>()))
        }
        other => Ty::new(other.to_string()),
    }
}

/// Returns true if a schema says something about the members of an object.
pub(super) fn has_members(schema: &Map<String, Value>) -> bool {
    ["properties", "additionalProperties", "patternProperties"].iter().any(|keyword| schema.contains_key(*keyword))
}
