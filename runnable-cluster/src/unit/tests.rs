//! Units on an engine and on servers in memory, which are killed at every part.

use super::{
    Children, Claimed, Events, Interrupted, Outcome, Part, PublishError, Request, Spreading, Unit, UnitTask,
    log::UnitLog, memory::MemoryEvents, part::Past, run,
};
use runnable::prelude::*;
use runnable_runner::{Runnable, Runner};
use runnable_store::{Kind, RunLog, RunStatus, Write, Writes};
use std::{
    sync::{Arc, atomic::Ordering},
    time::SystemTime,
};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { full_text: String },
}

#[task(returns = [full_text])]
fn generate(doc: String) -> impl Stream<Item = Token> {
    stream! {
        for word in doc.split_inclusive(' ') {
            tokio::task::yield_now().await;
            yield Token::Chunk { text: word.to_owned() };
        }
        yield Token::Done { full_text: doc.to_uppercase() };
    }
}

#[task(returns = [words])]
async fn count(full_text: &str) -> Result<usize, String> {
    let words = full_text.split_whitespace().count();
    if words == 2 { Err("two words".to_owned()) } else { Ok(words) }
}

#[task(returns = [words])]
async fn two(error: &runnable::Error) -> usize {
    error.message().split(' ').count()
}

#[task(returns = [line])]
async fn short(full_text: &str) -> String {
    full_text.chars().take(3).collect()
}

#[task(returns = [line])]
async fn long(full_text: &str) -> String {
    full_text.to_owned()
}

#[task(returns = [report])]
async fn sum(line: Vec<String>, words: Vec<usize>) -> String {
    format!("{} {words:?}", line.join("|"))
}

#[task(returns = [report])]
async fn refuse(report: String) -> Result<String, String> {
    Err(format!("refused: {report}"))
}

pipeline! {
    fn digest(docs: Vec<String>) -> [report] {
        map(docs as doc) {
            generate
            >> try { count } else |error| { two }
            >> if *words == 2 { short } else { long }
        } -> [line, words] >> sum
    }
}

pipeline! {
    fn refused(docs: Vec<String>) -> [report] { digest >> refuse }
}

fn docs() -> Vec<String> {
    ["one", "two words", "and three words"].map(str::to_owned).into()
}

/// Children of a unit that has none.
#[derive(Debug)]
struct Nobody;

impl Children for Nobody {
    fn run<'a>(&'a self, _: &'a Unit) -> Request<'a, Outcome> {
        Box::pin(std::future::pending())
    }

    fn cancel<'a>(&'a self, _: &'a Unit) -> Request<'a, ()> {
        Box::pin(async { Ok(()) })
    }

    fn active<'a>(&'a self, _: &'a Unit) -> Request<'a, Vec<String>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}

fn nobody() -> Spreading {
    Spreading { children: Arc::new(Nobody), runtime: tokio::runtime::Handle::current(), maps: Arc::new([]) }
}

/// An engine that keeps the parts of a unit.
struct Engine {
    unit: Arc<Unit>,
    runner: Runner,
    events: Arc<MemoryEvents>,
    parts: Vec<bytes::Bytes>,
}

impl Engine {
    async fn new<P: Runnable>(pipeline: &P) -> Self {
        let runner = Runner::builder().build().await.expect("a runner");
        let input = (*runner.record_input(pipeline).expect("an input")).to_owned();
        let definition = runner.definition_hash::<P>();
        let unit = Unit { run: "r".into(), pipeline: P::NAME.into(), definition, input, tag: None, item: None };
        Self { unit: Arc::new(unit), runner, events: Arc::default(), parts: Vec::new() }
    }

    /// Begins the unit, and takes it away once there are `stop` parts: the last is durable, but the unit does not learn that.
    async fn run<P: Runnable>(
        &mut self,
        stop: usize,
        cancel: &CancellationToken,
    ) -> Option<Result<Outcome, Interrupted>> {
        let (journal, mut pending) = mpsc::channel(1);
        let parts = self.parts.iter().map(|part| Part::decode(part)).collect::<Result<_, _>>().expect("parts");
        let (events, cancel) = (Arc::clone(&self.events) as Arc<dyn Events>, cancel.clone());
        let unit = Arc::clone(&self.unit);
        let (runner, spreading) = (self.runner.clone(), nobody());
        let task = UnitTask { unit, parts, journal, events, runner, spreading, cancel };
        let durable = async {
            while let Some(next) = pending.recv().await {
                self.parts.push(next.part);
                if self.parts.len() == stop {
                    return;
                }
                let _ = next.ack.send(());
            }
            std::future::pending::<()>().await;
        };
        tokio::select! {
            outcome = Box::pin(run::<P>(task)) => Some(outcome),
            () = durable => None,
        }
    }

    /// Checks what holds for the events of every run that has ended.
    fn check_events(&self) {
        let events = self.events.all();
        let seqs: Vec<_> = events.iter().map(|event| event.seq).collect();
        assert_eq!(seqs, (1..=events.len() as u64).collect::<Vec<_>>());
        let (mut texts, mut finished) = (std::collections::BTreeMap::new(), std::collections::BTreeMap::new());
        for event in &events {
            let path = event.path.get().to_owned();
            match event.event_type.kind() {
                Some(Kind::StepStarted | Kind::StepReset) => {
                    texts.insert(path.clone(), String::new());
                    finished.insert(path, 0);
                }
                Some(Kind::StepFinished) => *finished.entry(path).or_default() += 1,
                None if event.event_type.as_str() == "chunk" => {
                    texts.entry(path).or_default().push_str(event.data.as_ref().expect("data").get());
                }
                _ => {}
            }
        }
        assert!(finished.values().all(|times| *times == 1), "{finished:?}");
        let chunk = |word: &&str| format!("{{\"text\":\"{word}\"}}");
        let chunks = |words: &[&str]| words.iter().map(chunk).collect::<Vec<_>>().concat();
        let text = |item: usize| texts.get(&format!("[\"docs[{item}]\",\"generate\"]")).map(String::as_str);
        if self.unit.pipeline == "digest" {
            assert_eq!(text(1), Some(&*chunks(&["two ", "words"])));
            assert_eq!(text(2), Some(&*chunks(&["and ", "three ", "words"])));
        }
        assert_eq!(events.last().and_then(|event| event.event_type.kind()), Some(Kind::RunFinished));
    }
}

#[tokio::test]
async fn a_unit_that_is_taken_away_at_each_part_ends_like_an_undisturbed_run() -> Result<(), Box<dyn std::error::Error>>
{
    let expected = digest(docs()).execute().await?;
    for stop in 1..60 {
        let mut engine = Engine::new(&digest(docs())).await;
        let cancel = CancellationToken::new();
        let mut first = engine.run::<Digest>(stop, &cancel).await;
        if first.is_none() {
            // A second time, some parts later.
            let next = engine.parts.len() + 2;
            first = engine.run::<Digest>(next, &cancel).await;
        }
        let outcome = match first {
            Some(outcome) => outcome?,
            None => engine.run::<Digest>(0, &cancel).await.expect("it ends")?,
        };
        assert_eq!(outcome.status, RunStatus::Succeeded, "{stop}");
        let output = runnable_store::Json::from(outcome.output.expect("an output"));
        assert_eq!(engine.runner.read_output::<Digest>(&output).expect("an output").report, expected.report, "{stop}");
        engine.check_events();
        // Once it has ended, nothing is added.
        let parts = engine.parts.len();
        engine.run::<Digest>(0, &cancel).await.expect("it ends")?;
        engine.check_events();
        assert_eq!(engine.parts.len(), parts);
        if parts < stop {
            return Ok(());
        }
    }
    Err("the run has more parts than expected".into())
}

#[task(returns = [full_text])]
async fn other(doc: &str, turns: usize) -> Result<String, String> {
    for _ in 0..turns {
        tokio::task::yield_now().await;
    }
    if doc == "one" { Err("only one".to_owned()) } else { Ok(doc.to_owned()) }
}

pipeline! {
    fn raced(docs: Vec<String>) -> [report] {
        map(docs as doc) {
            race {
                long: generate >> { count >> more: other(turns = *words * 5) } -> [full_text],
                quick: other(turns = 1) >> again: other(turns = 9),
                short: other(turns = doc.len()),
                none: race { other(turns = 1_000_000), last: other(turns = 1_000_001) },
            } -> [full_text]
            >> try { checked: race { count, other(turns = 3) } -> [] >> two_words } else { instead: two_words } -> [words]
            >> line: long -> [line]
        } -> [line, words] >> sum
    }
}

#[task(returns = [words])]
async fn two_words() -> usize {
    2
}

#[tokio::test]
async fn a_unit_with_races_that_is_taken_away_at_each_part_ends_like_an_undisturbed_run()
-> Result<(), Box<dyn std::error::Error>> {
    let docs = || docs().into_iter().skip(1).collect::<Vec<_>>();
    for stop in 1..80 {
        let mut engine = Engine::new(&raced(docs())).await;
        let cancel = CancellationToken::new();
        let mut first = engine.run::<Raced>(stop, &cancel).await;
        if first.is_none() {
            // A second time, some parts later.
            let next = engine.parts.len() + 2;
            first = engine.run::<Raced>(next, &cancel).await;
        }
        let outcome = match first {
            Some(outcome) => outcome?,
            None => engine.run::<Raced>(0, &cancel).await.expect("it ends")?,
        };
        let error = (outcome.status != RunStatus::Succeeded).then(|| outcome.error(&engine.runner));
        assert!(error.is_none(), "{stop}: {error:?}");
        let output = runnable_store::Json::from(outcome.output.expect("an output"));
        let report = engine.runner.read_output::<Raced>(&output).expect("an output").report;
        assert_eq!(report.to_lowercase(), "two words|and three words [2, 2]", "{stop}");
        engine.check_events();
        if engine.parts.len() < stop {
            return Ok(());
        }
    }
    Err("the run has more parts than expected".into())
}

#[tokio::test]
async fn a_unit_whose_events_cannot_be_published_begins_again() -> Result<(), Box<dyn std::error::Error>> {
    let mut engine = Engine::new(&digest(docs())).await;
    let cancel = CancellationToken::new();
    engine.events.are_gone.store(true, Ordering::Relaxed);
    assert!(engine.run::<Digest>(0, &cancel).await.expect("it ends").is_err());
    engine.events.are_gone.store(false, Ordering::Relaxed);
    let outcome = engine.run::<Digest>(0, &cancel).await.expect("it ends")?;
    assert_eq!(outcome.status, RunStatus::Succeeded);
    engine.check_events();
    Ok(())
}

#[tokio::test]
async fn an_interrupted_run_is_not_refused() -> Result<(), Box<dyn std::error::Error>> {
    let (journal, _parts) = mpsc::channel(1);
    let past = Past::read("r", "digest", Vec::new())?;
    let events = Arc::new(MemoryEvents::default());
    let engine = Engine::new(&digest(docs())).await;
    let claimed = Claimed::default();
    let log = UnitLog::open(&engine.unit, past, &[], claimed, journal, events, Box::new(|_| false)).await?;
    let (at, status) = (SystemTime::now(), RunStatus::Interrupted);
    let end = Write::RunEnded { at, status, output: None, error: None };
    assert!(log.append(&[Writes::new("r", vec![end])]).await.is_err());
    assert_eq!(log.refused().map(|error| error.to_string()), None);
    Ok(())
}

#[tokio::test]
async fn a_failed_run_keeps_the_path_of_its_step() -> Result<(), Box<dyn std::error::Error>> {
    let here = refused(docs()).execute().await.map(drop).unwrap_err();
    let mut engine = Engine::new(&refused(docs())).await;
    let outcome = engine.run::<Refused>(0, &CancellationToken::new()).await.expect("it ends")?;
    let there = outcome.error(&engine.runner);
    assert_eq!((outcome.status, there.path()), (RunStatus::Failed, here.path()));
    assert_eq!(format!("{there:#}"), format!("{here:#}"));
    engine.check_events();
    Ok(())
}

#[tokio::test]
async fn a_run_that_is_cancelled_between_two_workers_closes_its_steps() -> Result<(), Box<dyn std::error::Error>> {
    for stop in 1..8 {
        let mut engine = Engine::new(&digest(docs())).await;
        let cancel = CancellationToken::new();
        assert!(engine.run::<Digest>(stop, &cancel).await.is_none());
        cancel.cancel();
        let outcome = engine.run::<Digest>(0, &cancel).await.expect("it ends")?;
        assert_eq!(outcome.status, RunStatus::Cancelled, "{stop}");
        let events = engine.events.all();
        let mut open = std::collections::BTreeSet::new();
        for event in &events {
            match event.event_type.kind() {
                Some(Kind::StepStarted | Kind::StepReset) => drop(open.insert(event.path.get())),
                Some(Kind::StepFinished) => drop(open.remove(event.path.get())),
                _ => {}
            }
        }
        assert!(open.is_empty(), "{stop}: {open:?}");
        assert_eq!(
            events.iter().map(|event| event.seq).collect::<Vec<_>>(),
            (1..=events.len() as u64).collect::<Vec<_>>()
        );
    }
    Ok(())
}

#[task(returns = [text])]
async fn large(bytes: usize) -> String {
    "x".repeat(bytes)
}

#[task(returns = [len])]
async fn measure(text: &str) -> usize {
    text.len()
}

pipeline! {
    fn too_large(bytes: usize) -> [len] { large >> measure }
}

#[tokio::test]
async fn an_output_that_the_engine_refuses_ends_the_run_at_once() -> Result<(), Box<dyn std::error::Error>> {
    let mut engine = Engine::new(&too_large(9_000_000)).await;
    let cancel = CancellationToken::new();
    let run = tokio::time::timeout(std::time::Duration::from_secs(10), engine.run::<TooLarge>(0, &cancel));
    let outcome = run.await?.expect("it ends")?;
    let error = outcome.error(&engine.runner);
    assert_eq!((outcome.status, error.kind()), (RunStatus::Failed, runnable::ErrorKind::NotRecorded));
    let text = format!("{error:#}");
    assert!(text.contains("the step `large`") && text.contains("9000"), "{text}");
    engine.check_events();
    Ok(())
}

#[tokio::test]
async fn a_unit_that_another_worker_has_claimed_publishes_nothing_more() {
    let mut engine = Engine::new(&digest(docs())).await;
    let events = Arc::clone(&engine.events);
    assert!(engine.run::<Digest>(1, &CancellationToken::new()).await.is_none());
    // Another worker claims the run between two messages of the first.
    let claimed = events.claim("r").await.expect("a claim");
    let stale = events.publish("r", &claimed.events, claimed.last - 1).await;
    assert!(matches!(stale, Err(PublishError::Claimed)));
}

#[tokio::test]
async fn the_parts_of_an_earlier_version_still_replay() -> Result<(), Box<dyn std::error::Error>> {
    let mut engine = Engine::new(&digest(docs())).await;
    engine.parts = include_str!("fixtures/parts-1.jsonl").lines().map(|line| line.to_owned().into()).collect();
    // The parts name the definition of their time.
    let definition = engine.runner.definition_hash::<Digest>();
    let recorded: serde_json::Value = serde_json::from_slice(&engine.parts[0])?;
    assert_eq!(
        recorded["created"]["definition_hash"],
        definition.as_str(),
        "record the fixture again: the pipeline has changed"
    );
    let replayed = engine.parts.len();
    let outcome = engine.run::<Digest>(0, &CancellationToken::new()).await.expect("it ends")?;
    assert_eq!(outcome.status, RunStatus::Succeeded);
    assert!(engine.parts.len() > replayed);
    let expected = digest(docs()).execute().await?;
    let output = runnable_store::Json::from(outcome.output.expect("an output"));
    assert_eq!(engine.runner.read_output::<Digest>(&output).expect("an output").report, expected.report);
    Ok(())
}

/// Writes the fixture of a new version: `cargo test -p runnable-cluster -- --ignored`.
#[tokio::test]
#[ignore = "it writes a fixture"]
async fn record_the_parts_of_this_version() {
    let mut engine = Engine::new(&digest(docs())).await;
    assert!(engine.run::<Digest>(4, &CancellationToken::new()).await.is_none());
    let lines: Vec<_> = engine.parts.iter().map(|part| String::from_utf8_lossy(part).into_owned() + "\n").collect();
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/unit/fixtures/parts-1.jsonl");
    std::fs::write(file, lines.concat()).expect("the fixture can be written");
}
