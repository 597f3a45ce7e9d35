//! The definition of a pipeline, which a resumed run must match.

use crate::json::json;
use runnable_graph::Graph;
use runnable_store::{Json, StoreError, StoreErrorKind};
use similar::{ChangeTag, TextDiff};

/// The definition of a pipeline and its hash.
///
/// It changes if a recorded step would mean something else: see `docs/decisions/0027-definitions-have-a-normal-form.md`.
pub(crate) struct Definition {
    /// BLAKE3 hash of the lines, in hexadecimal.
    pub(crate) hash: String,
    /// A JSON array of lines.
    pub(crate) text: Json,
    /// The graph as JSON, which the hash does not cover.
    pub(crate) graph: Json,
    lines: String,
}

impl Definition {
    pub(crate) fn of(all: &[String], graph: &Graph) -> Self {
        let lines = all.join("\n");
        let text = serde_json::to_string(all).unwrap_or_default();
        let graph = serde_json::to_string(graph).unwrap_or_default();
        let hash = blake3::hash(lines.as_bytes()).to_hex().to_string();
        Self { hash, text: json(text.as_str()), graph: json(graph.as_str()), lines }
    }

    /// Explains why a run that was recorded with another definition cannot be resumed.
    pub(crate) fn changed(&self, run: &str, recorded: Option<&Json>) -> StoreError {
        let mut message = format!("run `{run}` was recorded by another version of its pipeline and cannot be resumed");
        if let Some(recorded) = recorded {
            for change in TextDiff::from_lines(&lines(recorded), &self.lines).iter_all_changes() {
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

/// Returns the lines of a recorded definition.
fn lines(recorded: &Json) -> String {
    serde_json::from_str::<Vec<String>>(recorded.get())
        .map_or_else(|_| recorded.get().to_owned(), |lines| lines.join("\n"))
}
