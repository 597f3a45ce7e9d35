//! The lines above the steps of a run.

use super::{
    marks::{Ink, ink, like_step},
    style::TextStyle,
};
use crate::{
    format::{duration, escaped, shortened},
    model::{Gap, RunModel},
};
use std::time::Duration;

/// Returns the lines about the run as a whole.
pub(super) fn header(model: &RunModel<'_>, style: &TextStyle) -> String {
    let run = model.run();
    let name = format!("{} {}", escaped(&run.pipeline), escaped(&run.id));
    let status = like_step(run.status);
    let state = format!("{} {}", style.mark(status), run.status);
    let mut rest = vec![duration(model.took())];
    if let Some(parent) = &run.parent {
        rest.push(format!("forked from {}", escaped(parent)));
    }
    if let Some(tag) = &run.tag {
        rest.push(format!("#{}", escaped(tag)));
    }
    let mut line = Line { style, text: String::new(), left: style.width };
    line.put(&name, Some(Ink::Bold));
    line.put("  ", None);
    line.put(&state, Some(ink(status)));
    for part in rest {
        line.put("  ", None);
        line.put(&part, None);
    }
    let mut text = line.end();
    if let Some(why) = model.why() {
        let mut line = Line { style, text, left: style.width };
        line.put(&why, Some(ink(status)));
        text = line.end();
    }
    for gap in model.gaps() {
        let mut line = Line { style, text, left: style.width };
        let before = duration(model.work_before(gap.from));
        line.put(&format!("{} after {before}", gap_text(*gap, style)), Some(Ink::Yellow));
        text = line.end();
    }
    text
}

/// Returns `⫽ process died, 2 h 10 min ⫽ resumed`.
pub(super) fn gap_text(gap: Gap, style: &TextStyle) -> String {
    let dead = Duration::from_millis(u64::try_from(gap.until.saturating_sub(gap.from)).unwrap_or(0));
    let cut = style.pick("⫽", "//");
    format!("{cut} {}, {} {cut} resumed", gap.ended.phrase(), duration(dead))
}

/// A line that never gets wider than its style.
pub(super) struct Line<'s> {
    pub(super) style: &'s TextStyle,
    pub(super) text: String,
    pub(super) left: usize,
}

impl Line<'_> {
    pub(super) fn put(&mut self, text: &str, ink: Option<Ink>) {
        let text = shortened(text, self.left, self.style.ascii);
        self.left -= crate::format::width(&text).min(self.left);
        match ink {
            Some(ink) => self.text.push_str(&self.style.inked(&text, ink)),
            None => self.text.push_str(&text),
        }
    }

    pub(super) fn end(mut self) -> String {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
        self.text
    }
}
