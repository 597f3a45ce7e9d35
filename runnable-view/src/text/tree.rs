//! A run as a tree.

use super::{
    header::{Line, header},
    marks::{Ink, ink},
    rows::{Row, rows},
    style::TextStyle,
};
use crate::{
    format::{duration, fitted, shortened, width},
    model::{RunModel, StepNode, StepShape, message},
};
use runnable_store::StepStatus;
use std::time::Duration;

impl RunModel<'_> {
    /// Returns the run as a tree of its steps: their status, duration, attempts and errors. Maps are folded, unless the style
    /// unfolds them.
    ///
    /// Each line ends with a line break. The text has no control characters of the user.
    #[must_use]
    pub fn tree(&self, style: &TextStyle) -> String {
        let rows = rows(self, style.unfold);
        let lefts: Vec<_> = rows.iter().map(|row| self.left(row, style)).collect();
        let widest = lefts.iter().map(|left| width(left)).max().unwrap_or(0).min(style.width * 6 / 10);
        let times: Vec<_> = rows.iter().map(|row| self.time(row)).collect();
        let longest = times.iter().map(|time| width(time)).max().unwrap_or(0);
        let mut text = header(self, style);
        for ((row, left), time) in rows.iter().zip(&lefts).zip(&times) {
            let Some(node) = self.nodes().get(row.node) else { continue };
            let mut line = Line { style, text, left: style.width };
            if row.more > 0 {
                line.put(left, Some(Ink::Dim));
            } else {
                let indent = style.indent(row.depth);
                line.put(&indent, None);
                line.put(style.mark(node.status), Some(ink(node.status)));
                let rest = left.get(indent.len() + style.mark(node.status).len()..).unwrap_or_default();
                line.put(&fitted(rest, widest.saturating_sub(width(&indent) + 1), style.ascii), None);
                line.put(&format!("  {time:>longest$}"), None);
                line.put("  ", None);
                line.put(&details(node), Some(Ink::Dim));
            }
            text = line.end();
        }
        text
    }

    fn left(&self, row: &Row, style: &TextStyle) -> String {
        let Some(node) = self.nodes().get(row.node) else { return String::new() };
        let indent = style.indent(row.depth);
        if row.more > 0 {
            let more = crate::format::count(row.more as u64);
            return format!("{indent}{} {more} more", style.pick("…", ".."));
        }
        let mark = style.mark(node.status);
        if node.shape == StepShape::Items {
            // The counts stay, even if the name is long.
            let counts = format!("{}  {}", style.times(&node.items), style.counts(&node.items));
            let room = (style.width * 6 / 10).saturating_sub(width(&indent) + 3 + width(&counts));
            return format!("{indent}{mark} {} {counts}", shortened(&row.label, room.max(8), style.ascii));
        }
        format!("{indent}{mark} {}", row.label)
    }

    fn time(&self, row: &Row) -> String {
        self.nodes()
            .get(row.node)
            .filter(|_| row.more == 0)
            .map(|node| duration(self.time_of(node)))
            .unwrap_or_default()
    }

    /// Returns the time that a node took, without the dead time between parts of the run.
    pub(crate) fn time_of(&self, node: &StepNode<'_>) -> Duration {
        match node.attempts.as_slice() {
            // An attempt that a fork has taken over ran before the run.
            [only] => only.duration(),
            _ => self.work_before(node.stop).saturating_sub(self.work_before(node.start)),
        }
    }
}

impl TextStyle {
    /// Returns the space before a row, which leaves most of the line to the text.
    pub(super) fn indent(&self, depth: usize) -> String {
        " ".repeat((2 * depth).min(self.width / 3))
    }
}

/// Returns the number of attempts, if there were several, and the last error.
fn details(node: &StepNode<'_>) -> String {
    let Some(last) = node.last_attempt() else { return String::new() };
    let mut parts = vec![];
    parts.extend(node.tries());
    if last.taken {
        parts.push("taken over".to_owned());
    }
    let failed = node.attempts.iter().rev().find(|attempt| attempt.record.error.is_some());
    let is_shown = last.status != StepStatus::Succeeded;
    if let Some(error) = failed.filter(|_| is_shown).and_then(crate::model::Attempt::error) {
        parts.push(message(&error));
    }
    parts.join(": ")
}
