//! The difference between two runs as text.

use super::{Difference, RunDiff};
use crate::{
    format::{count, duration, escaped, shortened, width},
    text::TextStyle,
};
use runnable_store::{CodeIdentity, RunRecord};

/// The number of lines of a list.
const LISTED: usize = 8;
/// The width of the first column.
const FIRST: usize = 10;

impl RunDiff<'_, '_> {
    /// Returns the difference as text. Values are shortened, and long texts are shown around their first difference.
    #[must_use]
    pub fn text(&self, style: &TextStyle) -> String {
        let mut lines: Vec<String> = vec![];
        let (before, after) = (self.before.run(), self.after.run());
        let arrow = style.pick("→", "->");
        if self.is_equal() {
            lines.push("the runs are equal".to_owned());
        }
        if before.pipeline != after.pipeline {
            lines.push(row("pipeline", &format!("{} {arrow} {}", before.pipeline, after.pipeline)));
        }
        if before.code != after.code {
            lines.push(row("code", &format!("{} {arrow} {}", code(before), code(after))));
        }
        if before.definition_hash != after.definition_hash {
            let [before, after] = [before, after].map(|run| short(&run.definition_hash));
            lines.push(row("pipeline", &format!("definition {before} {arrow} {after}")));
        }
        list(&mut lines, "input", self.input.iter().map(|each| difference(each, arrow)));
        if before.status != after.status {
            lines.push(row("status", &format!("{} {arrow} {}", before.status, after.status)));
        }
        if let Some(first) = &self.first {
            let mut differences = first.differences.iter().map(|each| difference(each, arrow)).peekable();
            let mut line = format!("first difference: {}", first.path);
            if let Some(next) = differences.next_if(|next| width(&line) + 2 + width(next) <= style.width) {
                line = format!("{line}  {next}");
            }
            lines.push(line);
            list(&mut lines, "", differences);
        } else {
            list(&mut lines, "result", self.results().iter().map(|each| difference(each, arrow)));
        }
        list(&mut lines, "removed", self.removed.iter().cloned());
        list(&mut lines, "added", self.added.iter().cloned());
        list(&mut lines, "time", self.times.iter().take(LISTED).map(|time| self.time(time, arrow)));
        let mut text = String::new();
        for line in lines {
            let line = if style.ascii { line.replace('…', "..") } else { line };
            text.push_str(shortened(&escaped(&line), style.width, style.ascii).trim_end());
            text.push('\n');
        }
        text
    }

    fn time(&self, time: &super::TimeDifference, arrow: &str) -> String {
        let change = time.before.abs_diff(time.after);
        let sign = if time.after > time.before { '+' } else { '-' };
        let whole = self.change().as_millis();
        let share = (change.as_millis() * 100).checked_div(whole).filter(|share| *share <= 100);
        let share = share.map(|share| format!(", {share} % of the whole")).unwrap_or_default();
        let (before, after) = (duration(time.before), duration(time.after));
        format!("{}  {before} {arrow} {after}  ({sign}{}{share})", time.path, duration(change))
    }
}

fn row(name: &str, text: &str) -> String {
    format!("{name:FIRST$}{text}")
}

/// Adds a list whose first line has a name.
fn list(lines: &mut Vec<String>, name: &str, items: impl Iterator<Item = String>) {
    let items: Vec<_> = items.collect();
    for (at, item) in items.iter().take(LISTED).enumerate() {
        lines.push(row(if at == 0 { name } else { "" }, item));
    }
    if items.len() > LISTED {
        lines.push(row("", &format!("{} more", count((items.len() - LISTED) as u64))));
    }
}

fn difference(difference: &Difference, arrow: &str) -> String {
    let (field, (before, after)) = (&difference.field, difference.shown());
    let gap = if width(field) > 0 { "  " } else { "" };
    match (before, after) {
        (None, Some(after)) => format!("{field}{gap}+{after}"),
        (Some(before), None) => format!("{field}{gap}-{before}"),
        (before, after) => {
            format!("{field}{gap}{} {arrow} {}", before.as_deref().unwrap_or(""), after.as_deref().unwrap_or(""))
        }
    }
}

/// Returns the commit of the code, or its version.
fn code(run: &RunRecord) -> String {
    let Some(CodeIdentity { version, git_sha, dirty, .. }) = &run.code else { return "unknown".to_owned() };
    let commit = git_sha.as_deref().map(short).or_else(|| version.clone()).unwrap_or_default();
    let dirty = if *dirty == Some(true) { " (dirty)" } else { "" };
    format!("{commit}{dirty}")
}

/// Returns the start of a hash.
fn short(hash: &str) -> String {
    hash.chars().take(6).collect()
}
