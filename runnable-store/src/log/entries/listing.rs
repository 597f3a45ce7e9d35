//! The statements that list and count runs, which the databases have in common.
//!
//! Runs are listed in the order of their start and their key. For each status that the filter selects, an index has that order,
//! and the database merges them: no statement reads or sorts more runs than it returns.

use crate::{
    log::api::{RunFilter, RunStatus},
    time,
};
use std::fmt::Write as _;

/// The number of runs with a prefix up to which they are found by their ids, and sorted. More runs are found in the order of the
/// list, of which the first have the prefix with a good chance.
pub(crate) const FEW: i64 = 1000;

/// The differences between the databases.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dialect {
    /// The table of the runs.
    pub(crate) runs: &'static str,
    /// The id of a run in the order of its bytes.
    pub(crate) id: &'static str,
    /// True if the database plans by statistics. It needs a limit in each part of a `UNION ALL`, and decides by itself if it
    /// looks for many ids in their index.
    pub(crate) has_statistics: bool,
}

/// A value of a statement.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Number(i64),
}

/// A statement whose values are `$1`, `$2` and so on.
#[derive(Debug, Default)]
pub(crate) struct Statement {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
}

impl Statement {
    /// Adds a value, and returns its placeholder.
    fn value(&mut self, value: Value) -> String {
        let at = self.values.iter().position(|known| *known == value).unwrap_or_else(|| {
            self.values.push(value);
            self.values.len() - 1
        });
        format!("${}", at + 1)
    }

    fn text(&mut self, text: &str) -> String {
        self.value(Value::Text(text.to_owned()))
    }

    fn number(&mut self, number: i64) -> String {
        self.value(Value::Number(number))
    }
}

/// The runs that a filter selects.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Selection<'a> {
    pub(crate) filter: &'a RunFilter,
    /// The start and the key of the run that the filter's `before` names.
    pub(crate) before: Option<(i64, i64)>,
    /// True if at most [`FEW`] runs have the filter's prefix.
    pub(crate) few: bool,
    /// The condition that a running run is interrupted, because its process died, in a log that cannot record that.
    pub(crate) dead: Option<&'a str>,
}

impl Selection<'_> {
    /// Returns the conditions for the runs with a status, each with `name` as the placeholder of a recorded status.
    fn of_status(&self, status: RunStatus, mut name: impl FnMut(RunStatus) -> String) -> Vec<String> {
        let recorded = format!("status = {}", name(status));
        match (self.dead, status) {
            (Some(dead), RunStatus::Running) => vec![format!("{recorded} AND NOT {dead}")],
            (Some(dead), RunStatus::Interrupted) => {
                vec![recorded, format!("status = {} AND {dead}", name(RunStatus::Running))]
            }
            _ => vec![recorded],
        }
    }
}

impl Dialect {
    /// Returns the statement that counts the runs with the prefix of the filter, up to one more than [`FEW`].
    pub(crate) fn count_prefix(self, filter: &RunFilter) -> Option<Statement> {
        let mut statement = Statement::default();
        let range = self.prefix(filter, "", &mut statement)?;
        let few = statement.number(FEW + 1);
        statement.sql =
            format!("SELECT count(*) FROM (SELECT 1 FROM {} WHERE {range} LIMIT {few}) AS found", self.runs);
        Some(statement)
    }

    /// Returns the statement that lists these columns of `from`, which joins the rows of the runs in `listed`.
    pub(crate) fn list(self, selection: Selection<'_>, columns: &str, from: &str) -> Statement {
        let mut statement = Statement::default();
        let limit = statement.number(i64::try_from(selection.filter.limit).unwrap_or(i64::MAX));
        let page = format!("ORDER BY listed_at DESC, listed_no DESC LIMIT {limit}");
        let part = if self.has_statistics { Some(page.as_str()) } else { None };
        let keys = self.keys(selection, part, &mut statement);
        statement.sql =
            format!("SELECT {columns} FROM ({keys} {page}) AS listed {from} ORDER BY listed_at DESC, listed_no DESC");
        statement
    }

    /// Returns the statement that counts runs by status.
    pub(crate) fn count(self, selection: Selection<'_>) -> Statement {
        let mut statement = Statement::default();
        let mut counts = Vec::new();
        for status in statuses(selection.filter) {
            for of_status in selection.of_status(status, |status| statement.text(status.name())) {
                let name = statement.text(status.name());
                let conditions = self.conditions(selection, &mut statement);
                let from = self.from(selection, &mut statement);
                counts.push(format!("SELECT {name} AS name, count(*) FROM {from} WHERE {of_status}{conditions}"));
            }
        }
        statement.sql = counts.join(" UNION ALL ");
        statement
    }

    /// Returns the query for the starts and the keys of the selected runs. `part` limits each of its parts.
    fn keys(self, selection: Selection<'_>, part: Option<&str>, statement: &mut Statement) -> String {
        const KEYS: &str = "SELECT started AS listed_at, no AS listed_no FROM";
        let filter = selection.filter;
        let is_any = filter.statuses.is_empty() || RunStatus::ALL.iter().all(|status| filter.statuses.contains(status));
        let from = self.from(selection, statement);
        // The index by start has every status; the other indexes begin a new order for each status.
        if is_any && (selection.few || (filter.pipeline.is_none() && filter.tag.is_none())) {
            let conditions = self.conditions(selection, statement);
            return format!("{KEYS} {from} WHERE true{conditions}");
        }
        let mut parts = Vec::new();
        for status in statuses(filter) {
            for of_status in selection.of_status(status, |status| statement.text(status.name())) {
                parts.push(format!("{KEYS} {from} WHERE {of_status}{}", self.conditions(selection, statement)));
            }
        }
        if let Some(part) = part.filter(|_| parts.len() > 1) {
            parts.iter_mut().for_each(|keys| *keys = format!("({keys} {part})"));
        }
        parts.join(" UNION ALL ")
    }

    /// Returns the table, or the few runs with the prefix.
    fn from(self, selection: Selection<'_>, statement: &mut Statement) -> String {
        let runs = self.runs;
        match self.prefix(selection.filter, "", statement).filter(|_| selection.few) {
            Some(range) => {
                let few = statement.number(FEW + 1);
                format!(
                    "(SELECT no, status, owner, started, pipeline, tag FROM {runs} WHERE {range} LIMIT {few}) AS few"
                )
            }
            None => runs.to_owned(),
        }
    }

    /// Returns the conditions of a filter other than the status, each after `AND`.
    fn conditions(self, selection: Selection<'_>, statement: &mut Statement) -> String {
        let Selection { filter, before, few, .. } = selection;
        let mut conditions = String::new();
        let mut and = |condition: String| {
            let _ = write!(conditions, " AND {condition}");
        };
        if let Some(tag) = &filter.tag {
            and(format!("tag = {}", statement.text(tag)));
        }
        if let Some(pipeline) = &filter.pipeline {
            // The index of the tags has the pipeline, too.
            let column = if filter.tag.is_some() { "pipeline || ''" } else { "pipeline" };
            and(format!("{column} = {}", statement.text(pipeline)));
        }
        if let Some(since) = filter.since {
            and(format!("started >= {}", statement.number(time::to_millis(since))));
        }
        if let Some(until) = filter.until {
            and(format!("started < {}", statement.number(time::to_millis(until))));
        }
        if let Some((started, no)) = before {
            let (started, no) = (statement.number(started), statement.number(no));
            and(format!("(started, no) < ({started}, {no})"));
        }
        // An expression keeps SQLite from the index of the ids.
        let expression = if self.has_statistics { "" } else { " || ''" };
        if !few && let Some(range) = self.prefix(filter, expression, statement) {
            and(range);
        }
        conditions
    }

    /// Returns the condition that an id has the prefix of the filter, if there is a prefix.
    fn prefix(self, filter: &RunFilter, expression: &str, statement: &mut Statement) -> Option<String> {
        let prefix = filter.id_prefix.as_deref().filter(|prefix| !prefix.is_empty())?;
        let id = self.id.replacen("id", &format!("(id{expression})"), 1);
        let first = statement.text(prefix);
        Some(match after(prefix) {
            Some(end) => format!("{id} >= {first} AND {id} < {}", statement.text(&end)),
            None => format!("{id} >= {first}"),
        })
    }
}

fn statuses(filter: &RunFilter) -> impl Iterator<Item = RunStatus> {
    RunStatus::ALL.into_iter().filter(|status| filter.selects(*status))
}

/// Returns the first text after all texts with this prefix, in the order of their bytes; `None` if no text is.
fn after(prefix: &str) -> Option<String> {
    let mut kept = prefix.to_owned();
    while let Some(last) = kept.pop() {
        // The codes between the two halves of the characters are none.
        let next = if last == '\u{d7ff}' { Some('\u{e000}') } else { char::from_u32(u32::from(last) + 1) };
        if let Some(next) = next {
            kept.push(next);
            return Some(kept);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_of_a_prefix_has_the_texts_with_the_prefix_alone() {
        for prefix in ["a", "az", "é", "\u{d7ff}", "a\u{10ffff}", "\u{7f}", "\u{ffff}"] {
            let end = after(prefix).expect("a text follows");
            for text in ["", "\0", "z", "\u{10ffff}\u{10ffff}"] {
                assert!(*format!("{prefix}{text}") < *end, "{prefix:?}");
            }
            assert!(!end.starts_with(prefix), "{prefix:?}");
        }
        assert_eq!(after("\u{10ffff}"), None);
    }
}
