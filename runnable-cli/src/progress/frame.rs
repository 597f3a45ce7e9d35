//! The lines that show the progress of a run: at most eight.

use super::{
    group::Group,
    model::{Model, State, Step},
};
use crate::terminal::{Look, Paint, clock, columns, cut, tail};
use std::time::{Duration, Instant};

/// The largest number of lines.
const LINES: usize = 8;
const BAR: usize = 12;
const SPINNER: [&str; 10] = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const ASCII_SPINNER: [&str; 4] = ["|", "/", "-", "\\"];

/// A line: its texts with their colours. A line never gets wider than the terminal.
struct Line {
    look: Look,
    text: String,
    left: usize,
}

impl Line {
    fn new(look: Look, width: usize) -> Self {
        Self { look, text: String::new(), left: width }
    }

    fn put(&mut self, text: &str, paint: Option<Paint>) {
        let text = cut(text, self.left, self.look);
        self.left -= columns(&text).min(self.left);
        match paint {
            Some(paint) => self.text.push_str(&self.look.paint(paint, &text)),
            None => self.text.push_str(&text),
        }
    }

    /// Puts a text at the right end.
    fn right(&mut self, text: &str) {
        let width = columns(text);
        if self.left > width {
            let gap = self.left - width;
            self.put(&" ".repeat(gap), None);
            self.put(text, Some(Paint::Dim));
        }
    }
}

impl Model {
    /// Returns the lines for a terminal of this width. `room` is the number of lines that the terminal has.
    pub(super) fn frame(&self, now: Instant, width: usize, room: usize) -> Vec<String> {
        let max = LINES.min(room.max(1));
        let tops = self.tops();
        let mut lines = Vec::new();
        for (at, top) in tops.iter().enumerate() {
            let others = tops.len() - at - 1;
            // A line for each of the others, or a line that counts them.
            let room = max - lines.len().min(max);
            if room <= 1 && others > 0 {
                lines.push(self.more(others + 1, width));
                break;
            }
            match top {
                Top::Step(step) => lines.push(self.step(step, now, width, lines.is_empty())),
                Top::Group(group, steps) => {
                    lines.push(self.group_line(group, steps, now, width, lines.is_empty()));
                    let reserved = others.min(1);
                    let room = (max - lines.len()).saturating_sub(reserved);
                    lines.extend(self.lanes(steps, width, room));
                }
            }
            if lines.len() >= max {
                break;
            }
        }
        if self.cancelling && lines.len() < max {
            let mut line = Line::new(self.look, width);
            let dots = self.look.symbol("…", "..");
            line.put(&format!(" cancelling{dots} (Ctrl-C again exits at once)"), Some(Paint::Warn));
            lines.push(line.text);
        }
        if lines.is_empty() {
            let mut line = Line::new(self.look, width);
            line.put(&format!(" {} ", self.spinner(now)), Some(Paint::Busy));
            line.right(&clock(now - self.started));
            lines.push(line.text);
        }
        lines
    }

    fn tops(&self) -> Vec<Top<'_>> {
        let mut tops: Vec<(Instant, Top<'_>)> = Vec::new();
        for step in self.active.iter().filter(|step| step.item.is_none()) {
            // A step around others is shown by them.
            let is_around =
                |other: &Step| other.path.strip_prefix(&step.path).is_some_and(|rest| rest.starts_with('/'));
            if !self.active.iter().any(is_around) {
                tops.push((step.started, Top::Step(step)));
            }
        }
        for group in self.groups.iter().filter(|group| !group.closed) {
            let is_inside = |step: &&Step| step.item.as_ref().is_some_and(|(path, _)| *path == group.path);
            let steps: Vec<_> = self.active.iter().filter(is_inside).collect();
            tops.push((group.started, Top::Group(group, steps)));
        }
        tops.sort_by_key(|(started, _)| *started);
        tops.into_iter().map(|(_, top)| top).collect()
    }

    fn step(&self, step: &Step, now: Instant, width: usize, is_first: bool) -> String {
        let mut line = Line::new(self.look, width);
        line.put(&format!(" {} ", self.spinner(now)), Some(Paint::Busy));
        line.put(&format!("{}  ", self.text(&step.path)), None);
        self.state(&mut line, step, if is_first { 8 } else { 0 });
        if is_first {
            line.right(&clock(now - self.started));
        }
        line.text
    }

    fn group_line(&self, group: &Group, steps: &[&Step], now: Instant, width: usize, is_first: bool) -> String {
        let mut line = Line::new(self.look, width);
        line.put(&format!(" {} ", self.spinner(now)), Some(Paint::Busy));
        line.put(&format!("{}  ", self.text(&group.path)), None);
        match group.total {
            _ if group.is_loop => line.put(&format!("iteration {}", group.highest), None),
            Some(total) => {
                line.put(&self.bar(count(group.done), count(total)), Some(Paint::Good));
                line.put(&format!(" {}/{total}", group.done), None);
            }
            None => line.put(&format!("{} done", group.done), None),
        }
        let retrying = steps.iter().filter(|step| matches!(step.state, State::Attempt { .. })).count();
        let running = group.open.len().saturating_sub(retrying);
        let counts = [(running, "running", None), (retrying, "retrying", Some(Paint::Warn))];
        for (count, word, paint) in counts.into_iter().chain([(group.failed, "failed", Some(Paint::Bad))]) {
            if count > 0 && !(group.is_loop && word == "running") {
                line.put(&format!("  {count} {word}"), paint);
            }
        }
        if is_first {
            line.right(&clock(now - self.started));
        }
        line.text
    }

    /// Returns the lanes of the items that run.
    fn lanes(&self, steps: &[&Step], width: usize, room: usize) -> Vec<String> {
        let shown = if steps.len() > room { room.saturating_sub(1) } else { steps.len() };
        let mut lines: Vec<String> = Vec::new();
        for (at, step) in steps.iter().take(shown).enumerate() {
            let is_last = at + 1 == steps.len();
            let branch = if is_last { self.look.symbol("└", "`") } else { self.look.symbol("├", "|") };
            let mut line = Line::new(self.look, width);
            line.put(&format!("   {branch} "), Some(Paint::Dim));
            let inside = step
                .item
                .as_ref()
                .map_or(&*step.path, |(group, _)| step.path.strip_prefix(group.as_str()).unwrap_or(&step.path));
            line.put(&format!("{}  ", self.text(&inside.replacen('/', " ", 1))), None);
            self.state(&mut line, step, 0);
            lines.push(line.text);
        }
        if shown < steps.len() && room > 0 {
            let mut line = Line::new(self.look, width);
            line.put(&format!("   {} {} more", self.look.symbol("└", "`"), steps.len() - shown), Some(Paint::Dim));
            lines.push(line.text);
        }
        lines
    }

    /// Puts the last sign of a step, and leaves `margin` columns.
    fn state(&self, line: &mut Line, step: &Step, margin: usize) {
        let room = line.left.saturating_sub(margin);
        match &step.state {
            State::Nothing => {}
            State::Text(text) => {
                let text = self.text(text.trim_start_matches('\n'));
                let text = text.trim_end();
                if columns(text) <= room {
                    line.put(text, None);
                } else {
                    let dots = self.look.symbol("…", "..");
                    line.put(&format!("{dots}{}", tail(text, room.saturating_sub(columns(dots)))), None);
                }
            }
            State::Status(text) => line.put(&cut(&self.text(text), room, self.look), Some(Paint::Dim)),
            State::Part { done, total, note } => {
                line.put(&self.bar(*done, *total), Some(Paint::Good));
                line.put(&format!(" {done}/{total}"), None);
                line.put(&format!("  {}", self.text(note)), Some(Paint::Dim));
            }
            State::Attempt { number, max, why } => {
                let max = max.map_or_else(String::new, |max| format!("/{max}"));
                line.put(&cut(&format!("attempt {number}{max} after {why}"), room, self.look), Some(Paint::Warn));
            }
        }
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number between 0 and the width of the bar"
    )]
    fn bar(&self, done: f64, total: f64) -> String {
        let full = ((done / total).clamp(0.0, 1.0) * count(BAR)).floor() as usize;
        let (filled, empty) = (self.look.symbol("█", "#"), self.look.symbol("░", "."));
        format!("{}{}", filled.repeat(full), empty.repeat(BAR - full))
    }

    fn more(&self, count: usize, width: usize) -> String {
        let mut line = Line::new(self.look, width);
        line.put(&format!("   {count} more"), Some(Paint::Dim));
        line.text
    }

    fn spinner(&self, now: Instant) -> &'static str {
        let turn = (now - self.started) / 100;
        let turn = usize::try_from(turn.as_millis() / Duration::from_millis(1).as_millis()).unwrap_or(0);
        let turns: &[&'static str] = if self.look.unicode { &SPINNER } else { &ASCII_SPINNER };
        turns[turn % turns.len()]
    }
}

/// Returns a count, which may be rounded.
#[expect(clippy::cast_precision_loss, reason = "a bar has few columns")]
fn count(number: usize) -> f64 {
    number as f64
}

/// The subject of a line or of several lines.
enum Top<'m> {
    Step(&'m Step),
    Group(&'m Group, Vec<&'m Step>),
}
