//! The definition of a pipeline, which a resumed run must match.

use crate::json::json;
use runnable_core::{
    Graph,
    input::{FromParameters, ParameterKind},
};
use runnable_store::{Json, StoreError, StoreErrorKind};
use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// The definition of a pipeline and its hash.
pub(crate) struct Definition {
    /// BLAKE3 hash of the text, in hexadecimal.
    pub(crate) hash: String,
    /// Name, parameters and graph of the pipeline.
    pub(crate) text: Json,
}

#[derive(Serialize)]
struct Text<'a> {
    name: &'a str,
    parameters: Vec<Parameter>,
    graph: Graph,
}

#[derive(Serialize)]
struct Parameter {
    name: &'static str,
    r#type: &'static str,
    resource: bool,
}

impl Definition {
    /// Returns the definition of `P`.
    pub(crate) fn of<P: FromParameters>() -> Self {
        let parameters = P::PARAMETERS.iter().map(|parameter| Parameter {
            name: parameter.name,
            r#type: parameter.ty,
            resource: matches!(parameter.kind, ParameterKind::Resource(_)),
        });
        let text = Text { name: P::NAME, parameters: parameters.collect(), graph: P::graph() };
        let text = serde_json::to_string(&text).unwrap_or_default();
        Self { hash: blake3::hash(text.as_bytes()).to_hex().to_string(), text: json(text.as_str()) }
    }

    /// Explains why a run that was recorded with another definition cannot be resumed.
    pub(crate) fn changed(&self, run: &str, recorded: Option<&Json>) -> StoreError {
        let mut message = format!("run `{run}` was recorded by another version of its pipeline and cannot be resumed");
        if let Some(recorded) = recorded {
            let (before, after) = (pretty(recorded), pretty(&self.text));
            for change in TextDiff::from_lines(&before, &after).iter_all_changes() {
                let sign = match change.tag() {
                    ChangeTag::Equal => continue,
                    ChangeTag::Delete => "-",
                    ChangeTag::Insert => "+",
                };
                message.extend(["\n", sign, " ", change.value().trim_end()]);
            }
        }
        message.push_str("\nhelp: resume it with the version that started it, or start a new run");
        StoreError::new(StoreErrorKind::Changed, message)
    }
}

/// Formats JSON in lines that can be compared.
fn pretty(text: &Json) -> String {
    serde_json::from_str::<serde_json::Value>(text.get())
        .and_then(|value| serde_json::to_string_pretty(&value))
        .unwrap_or_default()
}
