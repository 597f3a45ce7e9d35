//! `tracing` spans.
use crate::{
    failures::{FailsAfter, fails_after},
    support::*,
};
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
    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut notes = self.0.lock().unwrap();
        let index = usize::try_from(span.into_u64()).unwrap() - 1;
        values.record(&mut notes.spans[index]);
    }
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
    let notes = notes_of(work);
    let parent = |id: u64| notes[usize::try_from(id).unwrap() - 1].name;
    let what = |note: &Note| match note.name {
        "run" => format!("{} {}", note.fields["otel.name"], note.fields["runnable.run.id"]),
        _ => note.fields["runnable.step.path"].clone(),
    };
    notes.iter().map(|note| (note.name, note.parent.map(parent), what(note))).collect()
}

fn notes_of<T>(work: impl Future<Output = T>) -> Vec<Note> {
    // With a single subscriber, tracing caches the interest of the thread that first reaches a
    // span. That may be the thread of another test, which has no subscriber.
    let _second = tracing::Dispatch::new(Recorder::default());
    let recorder = Recorder::default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    tracing::subscriber::with_default(recorder.clone(), || runtime.block_on(work));
    let mut notes = recorder.0.lock().unwrap();
    assert!(notes.entered.is_empty());
    std::mem::take(&mut notes.spans)
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

pipeline! {
    fn fail_each(numbers: Vec<u64>) { map(numbers as n, limit = 1) { fails_after } }
}

/// Spans can be grouped by their name, which therefore has no numbers of items.
#[test]
fn the_spans_of_a_failure_have_the_names_the_error_and_the_status_of_opentelemetry() {
    let streaming = notes_of(async { fail_each(vec![1]).execute_streaming().output().await });
    let inline = notes_of(async { fail_each(vec![1]).execute().await });
    for notes in [streaming, inline] {
        let fields: Vec<_> = notes
            .iter()
            .map(|note| ["otel.name", "error.type", "otel.status_code"].map(|name| &*note.fields[name]))
            .collect();
        assert_eq!(fields, [["fail_each", "failed", "ERROR"], ["fails_after", "failed", "ERROR"]]);
        assert_eq!(notes[1].fields["runnable.step.path"], "numbers[0]/fails_after");
    }
}

#[test]
fn the_spans_of_a_success_have_no_error() {
    let notes = notes_of(async { two(1).execute().await });
    assert!(notes.iter().all(|note| !note.fields.contains_key("error.type")));
    assert!(notes.iter().all(|note| !note.fields.contains_key("otel.status_code")));
}
