//! `tracing` spans.
use crate::{failures::FailsAfter, support::*};
use runnable::prelude::*;
use std::{
    collections::HashMap,
    fmt::Debug,
    sync::{Arc, Mutex},
};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};

/// A subscriber that collects the spans and the current span.
#[derive(Default)]
struct Notes {
    spans: Vec<Note>,
    entered: Vec<u64>,
}

#[derive(Default)]
struct Note {
    name: &'static str,
    parent: Option<u64>,
    fields: HashMap<&'static str, String>,
}

impl Visit for Note {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.fields.insert(field.name(), format!("{value:?}").trim_matches('"').to_owned());
    }
}

#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Notes>>);

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("runnable")
    }
    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut notes = self.0.lock().unwrap();
        let mut note = Note { name: span.metadata().name(), parent: notes.entered.last().copied(), ..Note::default() };
        span.record(&mut note);
        notes.spans.push(note);
        Id::from_u64(notes.spans.len() as u64)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, _: &Event<'_>) {}
    fn enter(&self, span: &Id) {
        self.0.lock().unwrap().entered.push(span.into_u64());
    }
    fn exit(&self, _: &Id) {
        self.0.lock().unwrap().entered.pop();
    }
}

pipeline! {
    fn two(ms: u64) -> [a, b] { parallel { left: nap_a, right: nap_b } }
}

/// Returns the name and fields of each span, with the name of its parent.
fn spans_of<T>(work: impl Future<Output = T>) -> Vec<(&'static str, Option<&'static str>, String)> {
    // With a single subscriber, tracing caches the interest of the thread that first reaches a
    // span. That may be the thread of another test, which has no subscriber.
    let _second = tracing::Dispatch::new(Recorder::default());
    let recorder = Recorder::default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    tracing::subscriber::with_default(recorder.clone(), || runtime.block_on(work));
    let notes = recorder.0.lock().unwrap();
    assert!(notes.entered.is_empty());
    let parent = |id: u64| notes.spans[usize::try_from(id).unwrap() - 1].name;
    let what = |note: &Note| match note.name {
        "run" => format!("{} {}", note.fields["pipeline"], note.fields["run_id"]),
        _ => note.fields["path"].clone(),
    };
    notes.spans.iter().map(|note| (note.name, note.parent.map(parent), what(note))).collect()
}

#[test]
fn a_run_and_each_of_its_steps_are_spans() {
    let spans = spans_of(async { two(1).execute_streaming().run_id("r").output().await });
    assert_eq!(
        spans,
        [
            ("run", None, "two r".to_owned()),
            ("step", Some("run"), "left/nap_a".to_owned()),
            ("step", Some("run"), "right/nap_b".to_owned()),
        ]
    );
}

#[test]
fn a_run_without_events_has_spans_too() {
    let spans = spans_of(FailsAfter { n: 1 }.execute().run_id("r"));
    assert_eq!(spans, [("run", None, "fails_after r".to_owned()), ("step", Some("run"), "fails_after".to_owned())]);
}
