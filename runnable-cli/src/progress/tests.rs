//! Frames of a run.

use super::Model;
use crate::{
    launch::SeenEvent,
    terminal::{Look, columns},
};
use runnable::prelude::*;
use runnable_core::{Error, Outcome, StepPath};
use runnable_graph::Graph;
use runnable_wire::ErrorData;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

#[task(returns = [english])]
async fn generate(prompt: String) -> String {
    prompt
}

#[task(returns = [translation])]
async fn translate(english: &str, language: String) -> String {
    format!("{language}: {english}")
}

pipeline! {
    fn translate_all(prompt: String, languages: Vec<String>) -> [translation] {
        generate >> map(languages as language) { translate }
    }
}

pub(super) fn translate_all_graph() -> Graph {
    TranslateAll::graph()
}

/// An event: its path, its type, and its data or its lifecycle.
pub(super) struct Made(&'static str, &'static str, Value, Option<Lifecycle>);

impl SeenEvent for Made {
    fn path(&self) -> StepPath {
        self.0.parse().unwrap()
    }
    fn attempt(&self) -> u32 {
        // A reset belongs to the attempt that it begins.
        if self.1 == "step.reset" { 2 } else { 1 }
    }
    fn event_type(&self) -> &str {
        self.1
    }
    fn lifecycle(&self) -> Option<&Lifecycle> {
        self.3.as_ref()
    }
    fn data(&self) -> Value {
        self.2.clone()
    }
    fn envelope(&self, _: &mut Vec<u8>) {}
}

pub(super) fn started(path: &'static str) -> Made {
    Made(path, "step.started", Value::Null, Some(Lifecycle::StepStarted))
}

pub(super) fn ended(path: &'static str) -> Made {
    Made(path, "step.finished", Value::Null, Some(Lifecycle::StepFinished(Outcome::Succeeded)))
}

pub(super) fn chunk(path: &'static str, text: &str) -> Made {
    Made(path, "chunk", json!({ "text": text }), None)
}

pub(super) fn reset(path: &'static str, why: &str) -> Made {
    let error = ErrorData {
        code: "failed".into(),
        message: why.into(),
        causes: Vec::new(),
        retryable: true,
        max_attempts: Some(3),
    };
    let error = Error::restored(error);
    Made(path, "step.reset", Value::Null, Some(Lifecycle::StepReset(error)))
}

/// Returns the lines that stay and the frame of a run in the middle of its map.
fn frame(width: usize, unicode: bool) -> (Vec<String>, Vec<String>) {
    let mut model = Model::new(TranslateAll::graph(), Look { colour: false, unicode });
    model.map_started("languages", 4);
    let start = model.started;
    let long = "Buenos días a todos, hoy vamos a hablar de las tuberías y de sus pasos\x1b[2J";
    model.event(&started("generate"), start);
    for event in [
        chunk("generate", "good"),
        ended("generate"),
        started("languages[0]/translate"),
        started("languages[1]/translate"),
        started("languages[2]/translate"),
        ended("languages[1]/translate"),
        chunk("languages[0]/translate", long),
        chunk("languages[2]/translate", "Guten Tag"),
    ] {
        model.event(&event, start + Duration::from_millis(1240));
    }
    let frame = model.frame(start + Duration::from_secs(7), width, 24);
    (std::mem::take(&mut model.lines), frame)
}

#[test]
fn a_map_is_a_bar_with_a_lane_for_each_running_item() {
    let (lines, narrow) = frame(79, true);
    assert_eq!(lines, [" ✓ generate                    1.24s   1 event"]);
    assert_eq!(
        narrow,
        [
            format!("{:<75}0:07", " ⠋ languages  ███░░░░░░░░░ 1/4  2 running"),
            "   ├ [0] translate  …hoy vamos a hablar de las tuberías y de sus pasos\\u{1b}[2J".to_owned(),
            "   └ [2] translate  Guten Tag".to_owned(),
        ]
    );
    let (_, wide) = frame(199, true);
    assert!(wide[0].ends_with("0:07") && columns(&wide[0]) == 199, "{wide:?}");
    assert!(wide[1].contains("Buenos días a todos"), "{wide:?}");
    let (lines, ascii) = frame(79, false);
    assert!(lines.iter().chain(&ascii).all(|line| line.is_ascii()), "{ascii:?}");
}

#[test]
fn the_length_of_a_map_in_another_process_is_that_of_its_list_also_if_the_list_is_read_late() {
    let mut model = Model::new(TranslateAll::graph(), Look { colour: false, unicode: true });
    assert!(model.feeds_map(&"generate".parse().unwrap()));
    model.event(&started("languages[0]/translate"), model.started);
    assert!(model.frame(model.started, 79, 24)[0].contains("languages  0 done"));
    model.values(&json!({ "languages": ["es", "fr"] }));
    assert!(model.frame(model.started, 79, 24)[0].contains(" 0/2  1 running"));
}

#[test]
fn a_resumed_run_shows_the_steps_that_run_again() {
    let mut model = Model::new(TranslateAll::graph(), Look { colour: false, unicode: true });
    let start = model.started;
    for item in ["languages[0]/translate", "languages[1]/translate"] {
        model.event(&reset(item, "the run was interrupted"), start);
    }
    let frame = model.frame(start, 79, 24);
    assert!(frame[0].contains("languages  0 done  2 running") && frame.len() == 3, "{frame:?}");
    for item in ["languages[0]/translate", "languages[1]/translate"] {
        model.event(&ended(item), start);
    }
    model.event(&Made("", "run.finished", Value::Null, Some(Lifecycle::RunFinished(Outcome::Succeeded))), start);
    assert!(model.lines[0].ends_with("2 items") && model.lines.len() == 1, "{:?}", model.lines);
}

#[test]
fn a_frame_has_eight_lines_at_most_and_fits_into_the_terminal() {
    let mut model = Model::new(TranslateAll::graph(), Look { colour: false, unicode: true });
    let paths: Vec<&'static str> =
        (0..50).map(|item| &*Box::leak(format!("languages[{item}]/translate").into_boxed_str())).collect();
    for path in paths {
        model.event(&started(path), Instant::now());
        model.event(&chunk(path, &"wörter 你好 ".repeat(100)), Instant::now());
    }
    for (width, room) in [(79, 24), (199, 50), (20, 5), (1, 1)] {
        let frame = model.frame(Instant::now(), width, room);
        assert!(frame.len() <= room.min(8), "{frame:?}");
        assert!(frame.iter().all(|line| columns(line) <= width), "{width}: {frame:?}");
    }
}
