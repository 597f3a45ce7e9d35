//! Marks and colours.

use super::style::TextStyle;
use crate::{format::count, model::Counts};
use runnable_store::{RunStatus, StepStatus};

/// A colour, or a weight, as the number of its ANSI sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Red = 31,
    Green = 32,
    Yellow = 33,
    Cyan = 36,
    Bold = 1,
    Dim = 2,
}

impl TextStyle {
    pub(crate) fn inked(&self, text: &str, ink: Ink) -> String {
        if self.colour && !text.is_empty() { format!("\u{1b}[{}m{text}\u{1b}[0m", ink as u8) } else { text.to_owned() }
    }

    /// Returns the mark of a status: a single character.
    pub(crate) fn mark(&self, status: StepStatus) -> &'static str {
        let (unicode, ascii) = match status {
            StepStatus::Succeeded => ("✓", "+"),
            StepStatus::Failed => ("✗", "x"),
            StepStatus::Cancelled => ("⊘", "-"),
            StepStatus::Interrupted => ("↯", "!"),
            StepStatus::Recovered => ("↷", "~"),
            StepStatus::Running => ("●", "*"),
            _ => ("?", "?"),
        };
        if self.ascii { ascii } else { unicode }
    }

    /// Returns `×9`.
    pub(crate) fn times(&self, counts: &Counts) -> String {
        format!("{}{}", self.pick("×", "x"), count(counts.total() as u64))
    }

    /// Returns `7 ✓ 1 ✗`, or `7 ok 1 failed`.
    pub(crate) fn counts(&self, counts: &Counts) -> String {
        let each = Counts::ORDER.into_iter().filter(|status| counts.of(*status) > 0).map(|status| {
            let word = if status == StepStatus::Succeeded { "ok" } else { status.name() };
            format!("{} {}", count(counts.of(status) as u64), if self.ascii { word } else { self.mark(status) })
        });
        each.collect::<Vec<_>>().join(" ")
    }

    pub(crate) fn pick(&self, unicode: &'static str, ascii: &'static str) -> &'static str {
        if self.ascii { ascii } else { unicode }
    }
}

/// Returns the colour of a status.
pub(crate) fn ink(status: StepStatus) -> Ink {
    match status {
        StepStatus::Succeeded => Ink::Green,
        StepStatus::Failed => Ink::Red,
        StepStatus::Running => Ink::Cyan,
        StepStatus::Interrupted | StepStatus::Recovered => Ink::Yellow,
        _ => Ink::Dim,
    }
}

/// Returns the status of a step that is shown as the status of a run is.
pub(crate) fn like_step(status: RunStatus) -> StepStatus {
    match status {
        RunStatus::Succeeded => StepStatus::Succeeded,
        RunStatus::Failed => StepStatus::Failed,
        RunStatus::Cancelled => StepStatus::Cancelled,
        RunStatus::Interrupted => StepStatus::Interrupted,
        _ => StepStatus::Running,
    }
}
