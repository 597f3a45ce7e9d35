//! A run as a timeline.

use super::{
    header::{Line, header},
    marks::{Ink, ink},
    rows::{Row, rows},
    style::TextStyle,
};
use crate::{
    format::{count, duration, fitted, shortened, width},
    model::{RunModel, StepNode, StepShape},
};
use runnable_store::StepStatus;

impl RunModel<'_> {
    /// Returns the run as a timeline: one row for each step, with a bar for each attempt, on an axis without the dead time
    /// between parts. Maps are folded, unless the style unfolds them.
    ///
    /// Each line ends with a line break. The text has no control characters of the user.
    #[must_use]
    pub fn timeline(&self, style: &TextStyle) -> String {
        let rows = rows(self, style.unfold);
        let labels: Vec<_> = rows.iter().map(|row| label(self, row, style)).collect();
        let notes: Vec<_> = rows.iter().map(|row| self.note(row, style)).collect();
        let widest = |texts: &[String], most: usize| texts.iter().map(|text| width(text)).max().unwrap_or(0).min(most);
        let (left, right) = (widest(&labels, style.width * 3 / 10), widest(&notes, style.width * 3 / 10));
        let columns = style.width.saturating_sub(left + right + 3).max(1);
        let chart = Chart::new(self, style, columns);

        let mut line = Line { style, text: header(self, style), left: style.width };
        let total = duration(self.took());
        line.put(&format!("{:left$} 0{total:>1$}", "", columns.saturating_sub(1)), Some(Ink::Dim));
        let mut text = line.end();
        for ((row, label), note) in rows.iter().zip(&labels).zip(&notes) {
            let Some(node) = self.nodes().get(row.node) else { continue };
            let mut line = Line { style, text, left: style.width };
            let dim = (row.more > 0).then_some(Ink::Dim);
            line.put(&fitted(label, left, style.ascii), dim);
            if row.more == 0 {
                line.put(" ", None);
                line.put(&chart.bar(node), Some(ink(node.status)));
                line.put("  ", None);
                line.put(&shortened(note, right, style.ascii), None);
            }
            text = line.end();
        }
        let mut line = Line { style, text, left: style.width };
        line.put(&chart.legend(), Some(Ink::Dim));
        line.end()
    }

    fn note(&self, row: &Row, style: &TextStyle) -> String {
        let Some(node) = self.nodes().get(row.node).filter(|_| row.more == 0) else { return String::new() };
        let time = duration(self.time_of(node));
        if node.shape == StepShape::Items {
            return format!("{time}  {}", style.counts(&node.items));
        }
        node.tries().map_or_else(|| time.clone(), |tries| format!("{time}  {tries}"))
    }
}

fn label(model: &RunModel<'_>, row: &Row, style: &TextStyle) -> String {
    let indent = style.indent(row.depth);
    if row.more > 0 {
        return format!("{indent}{} {} more", style.pick("…", ".."), count(row.more as u64));
    }
    let items = model.nodes().get(row.node).filter(|node| node.shape == StepShape::Items);
    let times = items.map(|node| format!(" {}", style.times(&node.items))).unwrap_or_default();
    format!("{indent}{}{times}", row.label)
}

/// Draws bars on the time axis of a run.
struct Chart<'m, 'a> {
    model: &'m RunModel<'a>,
    style: &'m TextStyle,
    columns: usize,
    /// The length of the axis in milliseconds.
    total: u128,
}

impl<'m, 'a> Chart<'m, 'a> {
    fn new(model: &'m RunModel<'a>, style: &'m TextStyle, columns: usize) -> Self {
        Self { model, style, columns, total: model.took().as_millis().max(1) }
    }

    /// Returns the column of a moment.
    fn column(&self, moment: i64) -> usize {
        let at = self.model.work_before(moment).as_millis().min(self.total);
        let column = at * self.columns as u128 / self.total;
        usize::try_from(column).unwrap_or(usize::MAX).min(self.columns.saturating_sub(1))
    }

    fn bar(&self, node: &StepNode<'_>) -> String {
        let mut cells = vec![" "; self.columns];
        if node.attempts.is_empty() {
            let whole =
                if node.shape == StepShape::Items { self.fill(node.critical) } else { self.style.pick("─", "-") };
            self.paint(&mut cells, node.start, node.stop, whole);
        }
        for attempt in &node.attempts {
            let last = self.paint(&mut cells, attempt.start, attempt.end, self.fill(node.critical));
            if attempt.status != StepStatus::Succeeded
                && let Some(cell) = cells.get_mut(last)
            {
                *cell = self.style.mark(attempt.status);
            }
        }
        for gap in self.model.gaps().iter().filter(|gap| node.start < gap.from && gap.until <= node.stop) {
            if let Some(cell) = cells.get_mut(self.column(gap.from)) {
                *cell = self.style.pick("⫽", "/");
            }
        }
        cells.concat()
    }

    /// Fills the cells between two moments, at least one. Returns the last.
    fn paint(&self, cells: &mut [&'static str], from: i64, to: i64, with: &'static str) -> usize {
        let (first, end) = (self.column(from), self.model.work_before(to).as_millis().min(self.total));
        // The end is exclusive: the next bar may begin in its column.
        let end = usize::try_from((end * self.columns as u128).div_ceil(self.total)).unwrap_or(usize::MAX);
        let last = end.saturating_sub(1).clamp(first, self.columns.saturating_sub(1));
        cells.iter_mut().take(last + 1).skip(first).for_each(|cell| *cell = with);
        last
    }

    fn fill(&self, critical: bool) -> &'static str {
        if critical { self.style.pick("█", "#") } else { self.style.pick("▒", "=") }
    }

    fn legend(&self) -> String {
        format!("{} critical path  {} other steps", self.fill(true), self.fill(false))
    }
}
