//! The state of a run, from its events.

use super::group::Group;
use crate::{
    launch::SeenEvent,
    terminal::{Look, Paint, duration, visible_line},
};
use runnable_core::{Lifecycle, Outcome, StepPath, hooks::Redact};
use runnable_graph::{Graph, Node, NodeKind};
use serde_json::Value;
use std::{collections::HashMap, iter::successors, sync::Arc, time::Instant};

/// The number of bytes of a lane that are kept: more than a wide terminal shows.
const LANE: usize = 2048;

/// The state of a run.
pub(crate) struct Model {
    pub(super) graph: Graph,
    pub(super) look: Look,
    pub(super) started: Instant,
    /// The lengths of maps by their paths.
    maps: HashMap<String, usize>,
    /// The lengths of lists by name, for a run in another process: those of the maps over them.
    lists: HashMap<String, usize>,
    /// The steps that run, in the order in which they started.
    pub(super) active: Vec<Step>,
    pub(super) groups: Vec<Group>,
    /// Lines that are written above the progress, and stay.
    pub(super) lines: Vec<String>,
    pub(super) events: u64,
    pub(super) done: usize,
    pub(super) cancelling: bool,
    redact: Option<Arc<dyn Redact>>,
}

/// A step that runs.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) path: String,
    /// The group around it, and its item.
    pub(super) item: Option<(String, usize)>,
    pub(super) started: Instant,
    pub(super) events: u64,
    pub(super) state: State,
}

/// The last sign of a step.
#[derive(Debug, PartialEq)]
pub(super) enum State {
    Nothing,
    /// The end of the texts of its `chunk` events.
    Text(String),
    /// A description of what it does.
    Status(String),
    /// A part of a whole.
    Part {
        done: f64,
        total: f64,
        note: String,
    },
    /// An attempt that follows a failure.
    Attempt {
        number: u32,
        /// The number of the last attempt that the step may make.
        max: Option<u32>,
        why: String,
    },
}

/// The place of an event: its path, the id of its node, and the outermost group around it with the item.
struct Place {
    path: String,
    node: String,
    /// The path of the group, the id of its node, and the item.
    group: Option<(String, String, usize)>,
}

impl Model {
    pub(crate) fn new(graph: Graph, look: Look) -> Self {
        Self {
            graph,
            look,
            started: Instant::now(),
            maps: HashMap::new(),
            lists: HashMap::new(),
            active: Vec::new(),
            groups: Vec::new(),
            lines: Vec::new(),
            events: 0,
            done: 0,
            cancelling: false,
            redact: None,
        }
    }

    /// Sets the means to remove secrets.
    pub(crate) fn redact(&mut self, redact: &Arc<dyn Redact>) {
        self.redact = Some(Arc::clone(redact));
    }

    /// Adds the length of a map that begins.
    pub(crate) fn map_started(&mut self, path: &str, items: usize) {
        // A map inside an item or an iteration has no bar.
        if !path.contains('[') {
            self.maps.insert(path.to_owned(), items);
        }
    }

    /// Adds values by name: a map over a list among them has as many items.
    #[cfg_attr(
        not(feature = "url"),
        allow(dead_code, reason = "runs in other processes are followed through a service")
    )]
    pub(crate) fn values(&mut self, values: &Value) {
        for (name, value) in values.as_object().into_iter().flatten() {
            let Some(list) = value.as_array() else { continue };
            self.lists.insert(name.clone(), list.len());
            // The map may have started before its list was read.
            let is_over = |group: &&mut Group| !group.closed && !group.is_loop && last_name(&group.path) == name;
            self.groups.iter_mut().filter(is_over).for_each(|group| group.total = Some(list.len()));
        }
    }

    /// Returns true if a map reads the output of this step.
    #[cfg_attr(
        not(feature = "url"),
        allow(dead_code, reason = "runs in other processes are followed through a service")
    )]
    pub(crate) fn feeds_map(&self, step: &StepPath) -> bool {
        let id = step.to_string();
        let parent = |node: &Node| self.graph.node(node.parent()?);
        let is_in_map = |node: &str| {
            let mut nodes = successors(self.graph.node(node), |node| parent(node));
            nodes.any(|node| matches!(node.kind(), NodeKind::Map { .. }))
        };
        self.graph.edges().iter().any(|edge| edge.from() == id && is_in_map(edge.to()))
    }

    pub(crate) fn cancelling(&mut self) {
        self.cancelling = true;
    }

    /// Adds a line that stays.
    pub(crate) fn line(&mut self, line: String) {
        self.lines.push(line);
    }

    /// Applies an event of the run.
    pub(crate) fn event(&mut self, event: &dyn SeenEvent, now: Instant) {
        self.events += 1;
        match event.lifecycle() {
            None => self.own(event),
            Some(Lifecycle::StepStarted) => self.step_started(&event.path(), now),
            Some(Lifecycle::StepReset(error)) => {
                let (path, why) = (event.path().to_string(), self.text(&error.message()));
                // The event belongs to the attempt that it begins.
                let (number, max) = (event.attempt(), error.max_attempts());
                match self.active.iter_mut().find(|step| step.path == path) {
                    Some(step) => step.state = State::Attempt { number, max, why },
                    // A resumed run begins again with a step that had not ended.
                    None => self.step_started(&event.path(), now),
                }
            }
            Some(Lifecycle::RunFinished(_)) => self.close_groups(now),
            Some(lifecycle) => {
                if let Some(outcome) = lifecycle.outcome() {
                    self.step_ended(&event.path(), outcome, now);
                }
            }
        }
    }

    /// Applies an event of a task.
    fn own(&mut self, event: &dyn SeenEvent) {
        let path = event.path().to_string();
        let kind = event.event_type();
        // Events of the same step often follow each other.
        let Some(step) = self.active.iter_mut().rev().find(|step| step.path == path) else { return };
        step.events += 1;
        match kind {
            "chunk" => {
                let data = event.data();
                let Some(text) = texts(&data) else { return };
                let State::Text(lane) = &mut step.state else {
                    step.state = State::Text(text.to_owned());
                    return;
                };
                lane.push_str(text);
                if lane.len() > 2 * LANE {
                    let from = lane.len() - LANE;
                    let from = (from..lane.len()).find(|at| lane.is_char_boundary(*at)).unwrap_or(0);
                    lane.drain(..from);
                }
            }
            "progress" => {
                if let Some(state) = part(&event.data()) {
                    step.state = state;
                }
            }
            "status" => {
                if let Some(text) = texts(&event.data()) {
                    step.state = State::Status(text.to_owned());
                }
            }
            _ => {}
        }
    }

    fn step_started(&mut self, path: &StepPath, now: Instant) {
        let place = self.place(path);
        self.close_passed(&place.node, now);
        let item = place.group.map(|(group, node, index)| {
            self.group(&group, &node, now).step_started(index);
            (group, index)
        });
        self.active.push(Step { path: place.path, item, started: now, events: 0, state: State::Nothing });
    }

    fn step_ended(&mut self, path: &StepPath, outcome: &Outcome, now: Instant) {
        let place = self.place(path);
        let step = self.active.iter().position(|step| step.path == place.path).map(|at| self.active.remove(at));
        let succeeded = *outcome == Outcome::Succeeded;
        if succeeded {
            self.done += 1;
        }
        let mut complete = false;
        if let Some((group, node, index)) = &place.group {
            let at = self.groups.iter().rposition(|other| other.path == *group && !other.closed);
            if let Some(group) = at.and_then(|at| self.groups.get_mut(at)) {
                // An iteration has no end of its own.
                group.step_ended(&self.graph, *index, &place.node, succeeded);
                complete = group.is_complete();
            }
            let _ = node;
        }
        let Some(step) = step else { return };
        match outcome {
            Outcome::Failed(error) => {
                let why = self.text(&error.message());
                self.ended_line(Paint::Bad, ("✗", "x"), &step, now, &why);
            }
            Outcome::Succeeded if place.group.is_none() => self.ended_line(Paint::Good, ("✓", "+"), &step, now, ""),
            _ => {}
        }
        if complete && let Some((group, ..)) = place.group {
            self.close_group(&group, now);
        }
    }

    /// Adds the line of a step that has ended.
    fn ended_line(&mut self, paint: Paint, mark: (&'static str, &'static str), step: &Step, now: Instant, why: &str) {
        let look = self.look;
        let mark = look.paint(paint, look.symbol(mark.0, mark.1));
        let events = match step.events {
            0 => String::new(),
            1 => "   1 event".to_owned(),
            events => format!("   {events} events"),
        };
        let gap = if why.is_empty() { "" } else { "   " };
        let took = duration(now - step.started);
        let path = visible_line(&step.path, look);
        self.lines.push(format!(" {mark} {path:<24} {took:>8}{events}{gap}{why}"));
    }

    /// Returns the open group, after creating it if this is its first item.
    fn group(&mut self, path: &str, node: &str, now: Instant) -> &mut Group {
        let at = self.groups.iter().rposition(|group| group.path == path && !group.closed);
        let at = at.unwrap_or_else(|| {
            let total = self.maps.get(path).or_else(|| self.lists.get(last_name(path))).copied();
            self.groups.push(Group::new(path.to_owned(), node.to_owned(), &self.graph, total, now));
            self.groups.len() - 1
        });
        &mut self.groups[at]
    }

    /// Closes the groups that this node reads from: they have ended.
    fn close_passed(&mut self, node: &str, now: Instant) {
        let is_inside = |group: &str, node: &str| node.strip_prefix(group).is_some_and(|rest| rest.starts_with('/'));
        let follows = |group: &Group| {
            !is_inside(&group.node, node)
                && self.graph.edges().iter().any(|edge| edge.to() == node && is_inside(&group.node, edge.from()))
        };
        let passed: Vec<_> = self.groups.iter().filter(|group| !group.closed && follows(group)).collect();
        let passed: Vec<_> = passed.into_iter().map(|group| group.path.clone()).collect();
        passed.iter().for_each(|path| self.close_group(path, now));
    }

    fn close_groups(&mut self, now: Instant) {
        let open: Vec<_> = self.groups.iter().filter(|group| !group.closed).map(|group| group.path.clone()).collect();
        open.iter().for_each(|path| self.close_group(path, now));
    }

    fn close_group(&mut self, path: &str, now: Instant) {
        let look = self.look;
        let Some(group) = self.groups.iter_mut().rfind(|group| group.path == path && !group.closed) else { return };
        group.closed = true;
        let count = match group.total {
            _ if group.is_loop => format!("{} iterations", group.highest),
            Some(total) => format!("{}/{total}", group.done),
            None => format!("{} items", group.highest),
        };
        let is_whole =
            group.failed == 0 && group.open.is_empty() && group.total.is_none_or(|total| group.done == total);
        let (paint, mark) = if is_whole {
            (Paint::Good, look.symbol("✓", "+"))
        } else if group.failed > 0 {
            (Paint::Bad, look.symbol("✗", "x"))
        } else {
            (Paint::Warn, look.symbol("◌", "-"))
        };
        let took = duration(now - group.started);
        let path = visible_line(&group.path, look);
        self.lines.push(format!(" {} {path:<24} {took:>8}   {count}", look.paint(paint, mark)));
    }

    fn place(&self, path: &StepPath) -> Place {
        let segments = path.segments();
        let mut node = String::new();
        let mut group = None;
        for (at, segment) in segments.iter().enumerate() {
            if at > 0 {
                node.push('/');
            }
            node.push_str(segment.name());
            if let (None, Some(index)) = (&group, segment.index()) {
                let is_group = self
                    .graph
                    .node(&node)
                    .is_none_or(|node| matches!(node.kind(), NodeKind::Map { .. } | NodeKind::Repeat { .. }));
                group = is_group.then(|| (node.clone(), node.clone(), index));
            }
        }
        Place { path: path.to_string(), node, group }
    }

    /// Returns a text of the run without secrets and control characters.
    pub(super) fn text(&self, text: &str) -> String {
        let redacted = self.redact.as_ref().and_then(|redact| redact.text(text));
        visible_line(redacted.as_deref().unwrap_or(text), self.look)
    }
}

/// Returns the last name of a path.
fn last_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// Returns the text of an event: the field with a usual name, or the only text.
fn texts(data: &Value) -> Option<&str> {
    let fields = data.as_object()?;
    let named = ["text", "message", "status", "content", "delta"].iter().find_map(|name| fields.get(*name)?.as_str());
    let mut all = fields.values().filter_map(Value::as_str);
    named.or_else(|| all.next().filter(|_| all.next().is_none()))
}

/// Returns the state of a step with this `progress` event.
fn part(data: &Value) -> Option<State> {
    let fields = data.as_object()?;
    let number = |names: &[&str]| names.iter().find_map(|name| fields.get(*name)?.as_f64());
    let note = ["step", "message", "text", "status", "stage"].iter().find_map(|name| fields.get(*name)?.as_str());
    let note = note.unwrap_or_default().to_owned();
    let total = number(&["total", "of", "max"]).filter(|total| *total > 0.0);
    let done = number(&["completed", "done", "current", "finished", "position", "value"]);
    if let (Some(done), Some(total)) = (done, total) {
        return Some(State::Part { done, total, note });
    }
    if let Some(done) = number(&["percent", "percentage"]) {
        return Some(State::Part { done, total: 100.0, note });
    }
    if let Some(done) = number(&["fraction", "ratio", "progress"]).filter(|done| (0.0..=1.0).contains(done)) {
        return Some(State::Part { done: done * 100.0, total: 100.0, note });
    }
    let field = |(name, value): (&String, &Value)| match value {
        Value::Number(number) => Some(format!("{number} {}", name.replace('_', " "))),
        Value::String(text) => Some(text.clone()),
        _ => None,
    };
    let words: Vec<_> = fields.iter().filter_map(field).collect();
    (!words.is_empty()).then(|| State::Status(words.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn progress_is_read_from_the_usual_fields() {
        let bar = |done, total, note: &str| Some(State::Part { done, total, note: note.to_owned() });
        let status = |text: &str| Some(State::Status(text.to_owned()));
        for (data, state) in [
            (json!({"completed": 1, "total": 4, "step": "parsing"}), bar(1.0, 4.0, "parsing")),
            (json!({"percent": 30}), bar(30.0, 100.0, "")),
            (json!({"fraction": 0.5}), bar(50.0, 100.0, "")),
            (json!({"sentences": 20000}), status("20000 sentences")),
            (json!({"completed": 1, "total": 0}), status("1 completed, 0 total")),
            (json!({}), None),
        ] {
            assert_eq!(part(&data), state, "{data}");
        }
    }

    #[test]
    fn the_text_of_an_event_is_its_named_or_its_only_text() {
        assert_eq!(texts(&json!({"text": "a", "language": "es"})), Some("a"));
        assert_eq!(texts(&json!({"data": "a", "n": 1})), Some("a"));
        assert_eq!(texts(&json!({"a": "a", "b": "b"})), None);
    }
}
