//! The data of the page: short, since a run may have 10,000 steps.

use crate::{
    format::{duration, size},
    model::{Attempt, RunModel, StepNode, StepShape, millis_between},
};
use runnable_store::{Json, StepStatus};
use serde::{Serialize, Serializer};
use std::{collections::HashMap, fmt::Write as _};

/// The highest numbers of characters of a value, from the best to the smallest page. With 0, values are left out.
pub(super) const VALUES: [usize; 5] = [2000, 400, 120, 40, 0];
/// The number of errors that are shown in any case.
const ERRORS: usize = 100;

/// The data of a page.
#[derive(Serialize)]
pub(super) struct Page<'a> {
    title: String,
    why: String,
    /// The length of the time axis in milliseconds.
    total: u64,
    /// The dead times: their places on the axis, and their texts.
    gaps: Vec<(u64, String)>,
    /// The names of the rows.
    names: Vec<&'a str>,
    rows: Vec<Row>,
}

/// Depth, name (from 0) or index (from -1 downwards), status, number of rows from this to the last below, attempts, and then, if
/// needed: critical, the items by status.
struct Row(usize, i64, u8, usize, Vec<Bar>, bool, Option<[usize; 6]>);

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self(depth, name, status, size, bars, critical, items) = self;
        match items {
            Some(items) => (depth, name, status, size, bars, u8::from(*critical), items).serialize(to),
            None if *critical => (depth, name, status, size, bars, 1).serialize(to),
            None => (depth, name, status, size, bars).serialize(to),
        }
    }
}

/// Start, length, and then, if needed: status and number, values by name.
struct Bar(u64, u64, Option<(u8, u32)>, Vec<(&'static str, String)>);

impl Serialize for Bar {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self(start, length, state, values) = self;
        match (state, values.is_empty()) {
            (None, true) => (start, length).serialize(to),
            (Some((status, number)), true) => (start, length, status, number).serialize(to),
            (state, false) => {
                let (status, number) = state.unzip();
                (start, length, status, number, values).serialize(to)
            }
        }
    }
}

/// The place that is left for values.
struct Room {
    most: usize,
    errors: usize,
}

impl<'a> Page<'a> {
    /// Returns the data with at most so many characters of each value.
    pub(super) fn new(model: &RunModel<'a>, most: usize) -> Self {
        let run = model.run();
        let gaps = model.gaps().iter().map(|gap| {
            let dead = duration(millis_between(gap.from, gap.until));
            (axis(model, gap.from), format!("⫽ {}, {dead} ⫽ resumed", gap.ended.phrase()))
        });
        let mut room = Room { most, errors: ERRORS };
        let (mut names, mut known) = (vec![], HashMap::new());
        let rows = model.nodes().iter().enumerate().map(|(at, node)| {
            let name = match node.index {
                Some(index) => -1 - i64::from(index),
                None => *known.entry(node.name).or_insert_with(|| {
                    names.push(node.name);
                    i64::try_from(names.len()).unwrap_or(i64::MAX) - 1
                }),
            };
            row(model, (at, node), name, &mut room)
        });
        let rows = rows.collect();
        Self {
            title: format!("{} {}  {}  {}", run.pipeline, run.id, run.status, duration(model.took())),
            why: model.why().unwrap_or_default(),
            total: u64::try_from(model.took().as_millis()).unwrap_or(u64::MAX),
            gaps: gaps.collect(),
            names,
            rows,
        }
    }
}

fn axis(model: &RunModel<'_>, moment: i64) -> u64 {
    u64::try_from(model.work_before(moment).as_millis()).unwrap_or(u64::MAX)
}

fn row(model: &RunModel<'_>, (at, node): (usize, &StepNode<'_>), name: i64, room: &mut Room) -> Row {
    let own = code(node.status);
    let bars = node.attempts.iter().zip(1..).map(|(attempt, number)| {
        let usual = code(attempt.status) == own && attempt.record.attempt == number;
        bar(model, attempt, usual, room)
    });
    let bars = bars.collect();
    let items = (node.shape == StepShape::Items).then(|| BY_CODE.map(|status| node.items.of(status)));
    Row(node.depth, name, own, node.end - at, bars, node.critical, items)
}

/// The statuses as the page numbers them.
const BY_CODE: [StepStatus; 6] = [
    StepStatus::Running,
    StepStatus::Succeeded,
    StepStatus::Failed,
    StepStatus::Cancelled,
    StepStatus::Interrupted,
    StepStatus::Recovered,
];

fn code(status: StepStatus) -> u8 {
    BY_CODE.iter().position(|known| *known == status).and_then(|at| u8::try_from(at).ok()).unwrap_or(0)
}

fn bar(model: &RunModel<'_>, attempt: &Attempt<'_>, usual: bool, room: &mut Room) -> Bar {
    let (start, end) = (axis(model, attempt.start), axis(model, attempt.end));
    let record = attempt.record;
    let values = [("in", &record.inputs), ("out", &record.output), ("error", &record.error)];
    let values = values.into_iter().filter_map(|(name, json)| Some((name, trimmed(json.as_ref()?, name, room)?)));
    let state = (!usual).then(|| (code(attempt.status), record.attempt));
    Bar(start, end.saturating_sub(start), state, values.collect())
}

/// Returns the start of a value, if there is room for it.
fn trimmed(json: &Json, name: &str, room: &mut Room) -> Option<String> {
    let text = json.get();
    let mut most = room.most;
    if name == "error" && most < 200 && room.errors > 0 {
        (room.errors, most) = (room.errors - 1, 200);
    }
    if text == "{}" || most == 0 {
        return None;
    }
    let mut kept: String = text.chars().take(most).collect();
    if kept.len() < text.len() {
        let _ = write!(kept, "… ({})", size(text.len() as u64));
    }
    Some(kept)
}
