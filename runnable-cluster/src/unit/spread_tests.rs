//! Items that run as units of their own, on an engine in memory that takes units away.

use super::{Children, Events, Outcome, Part, Request, Spreading, Unit, memory::MemoryEvents};
use crate::host::{Live, Units, served};
use runnable::prelude::*;
use runnable_runner::{Runnable, Runner};
use runnable_store::{Json, Kind, RunStatus};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use tokio::{runtime::Handle, sync::OnceCell};

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { full_text: String },
}

#[task(returns = [docs])]
async fn load(n: usize) -> Vec<String> {
    (0..n).map(|i| format!("doc {i} {}", "word ".repeat(i % 4))).collect()
}

#[task(returns = [full_text])]
fn generate(doc: String) -> impl Stream<Item = Token> {
    stream! {
        for word in doc.split_inclusive(' ') {
            tokio::time::sleep(Duration::from_millis(1)).await;
            yield Token::Chunk { text: word.to_owned() };
        }
        yield Token::Done { full_text: doc.to_uppercase() };
    }
}

#[task(returns = [words])]
async fn count(full_text: &str) -> usize {
    full_text.split_whitespace().count()
}

#[task(returns = [words])]
async fn even(words: usize) -> Result<usize, std::io::Error> {
    if words.is_multiple_of(2) { Err(std::io::Error::other(format!("{words} is even"))) } else { Ok(words) }
}

#[task(returns = [words])]
async fn halve(error: &runnable::Error) -> usize {
    error.message().len()
}

#[task(returns = [line])]
async fn short(full_text: &str) -> String {
    full_text.chars().take(3).collect()
}

#[task(returns = [line])]
async fn long(full_text: &str) -> String {
    full_text.to_owned()
}

#[task(returns = [tick])]
async fn tick() -> u32 {
    1
}

#[task(returns = [slow])]
async fn slow() -> u32 {
    tokio::time::sleep(Duration::from_millis(30)).await;
    2
}

static PAID: Mutex<Vec<String>> = Mutex::new(Vec::new());

#[task(returns = [paid], effect = "once")]
async fn pay(line: &str, id: runnable::RunId) -> String {
    PAID.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{id} {line}"));
    format!("paid {line}")
}

#[task(returns = [report])]
async fn sum(paid: Vec<String>, words: Vec<usize>) -> String {
    format!("{} {words:?}", paid.join("|"))
}

pipeline! {
    fn digest(n: usize) -> [report] {
        load
        >> parallel {
            slow,
            map(docs as doc, limit = 5) {
                generate >> count
                >> try { even } else |error| { halve }
                >> if *words < 3 { short } else { long }
                >> repeat(max = 2) { tick } until(false)
                >> pay
            } -> [paid, words]
        }
        >> sum
    }
}

#[task(returns = [groups])]
async fn group(n: usize) -> Vec<Vec<usize>> {
    (0..n).map(|i| (0..i).collect()).collect()
}

#[task(returns = [square])]
async fn square(x: usize) -> usize {
    x * x
}

#[task(returns = [total])]
async fn add(square: Vec<usize>) -> usize {
    square.iter().sum()
}

pipeline! {
    fn nested(n: usize) -> [total] {
        group >> map(groups as numbers) { map(numbers as x) { square } -> [square] >> add } -> [total]
    }
}

#[task(returns = [x])]
async fn odd(x: usize) -> Result<usize, std::io::Error> {
    tokio::time::sleep(Duration::from_millis(if x == 3 { 1 } else { 20 })).await;
    if x == 3 { Err(std::io::Error::other("three is odd")) } else { Ok(x) }
}

#[task(returns = [numbers])]
async fn list(n: usize) -> Vec<usize> {
    (0..n).collect()
}

#[task(returns = [x])]
async fn recover(error: &runnable::Error) -> Vec<usize> {
    vec![error.path().to_string().len(), error.message().len()]
}

pipeline! {
    fn broken(n: usize) -> [x] { list >> map(numbers as x) { odd } }
}

pipeline! {
    fn mended(n: usize) -> [x] { list >> try { map(numbers as x) { odd } } else |error| { recover } }
}

#[task(returns = [x])]
async fn hang(x: usize) -> usize {
    tokio::time::sleep(Duration::from_mins(10)).await;
    x
}

pipeline! {
    fn hanging(n: usize) -> [x] { list >> map(numbers as x) { hang } }
}

#[task(returns = [turn])]
async fn turn() -> u32 {
    1
}

pipeline! {
    fn long_way(n: usize) -> [x] {
        repeat(max = n) { turn } until(false) >> list(n = 6) >> map(numbers as x) { square } -> [square as x]
    }
}

/// An engine in memory, whose workers share a process.
struct Engine {
    units: OnceLock<Units>,
    parts: Mutex<HashMap<String, Vec<bytes::Bytes>>>,
    outcomes: Mutex<HashMap<String, Arc<OnceCell<Outcome>>>>,
    begun: AtomicU32,
    /// The number of parts after which a unit is taken away, once for each number.
    stops: Vec<usize>,
    /// True if the units of runs are taken away, false if those of items are.
    stops_runs: bool,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Engine")
    }
}

impl Engine {
    fn parts(&self, key: &str) -> Vec<bytes::Bytes> {
        self.parts.lock().expect("no panic").get(key).cloned().unwrap_or_default()
    }

    fn begin(&self, unit: &Unit, is_cancelled: bool) -> Live {
        self.begun.fetch_add(1, Ordering::Relaxed);
        let parts: Result<_, _> = self.parts(&unit.key()).iter().map(|part| Part::decode(part)).collect();
        let units = self.units.get().expect("the units of the worker");
        units.begin(Arc::new(unit.clone()), parts.expect("parts"), is_cancelled).expect("a pipeline")
    }

    async fn drive(&self, unit: &Unit) -> Outcome {
        let (key, is_stopped) = (unit.key(), unit.item.is_none() == self.stops_runs);
        let mut live = self.begin(unit, false);
        loop {
            let is_over = self.parts(&key).last().is_some_and(|last| Part::decode(last).expect("a part").is_last());
            if is_over {
                if let Ok(outcome) = live.outcome().await {
                    return outcome;
                }
            } else if let Ok(part) = live.next().await {
                let number = {
                    let mut parts = self.parts.lock().expect("no panic");
                    let parts = parts.entry(key.clone()).or_default();
                    parts.push(part);
                    parts.len()
                };
                if !(is_stopped && self.stops.contains(&number)) {
                    live.durable();
                    continue;
                }
            }
            drop(live);
            live = self.begin(unit, false);
        }
    }
}

impl Children for Arc<Engine> {
    fn run<'a>(&'a self, unit: &'a Unit) -> Request<'a, Outcome> {
        Box::pin(async move {
            let cell = Arc::clone(self.outcomes.lock().expect("no panic").entry(unit.key()).or_default());
            // A unit does not end with the unit that has asked for it.
            let (engine, unit) = (Arc::clone(self), unit.clone());
            let run = async move { cell.get_or_init(|| engine.drive(&unit)).await.clone() };
            Ok(tokio::spawn(run).await.expect("no panic"))
        })
    }

    fn active<'a>(&'a self, unit: &'a Unit) -> Request<'a, Vec<String>> {
        Box::pin(async move {
            let outcomes = self.outcomes.lock().expect("no panic");
            let active = outcomes.iter().filter(|(_, outcome)| outcome.get().is_none()).map(|(key, _)| key.clone());
            Ok(active.filter(|key| key.starts_with(&unit.items_prefix())).collect())
        })
    }

    fn cancel<'a>(&'a self, unit: &'a Unit) -> Request<'a, ()> {
        Box::pin(async move {
            self.units.get().expect("the units of the worker").cancel(&unit.key());
            Ok(())
        })
    }
}

/// A run on the engine.
struct Cluster {
    runner: Runner,
    events: Arc<MemoryEvents>,
    engine: Arc<Engine>,
    unit: Unit,
}

impl Cluster {
    async fn new<P: Runnable>(pipeline: &P, run: &str, spread: &[&str], stops: Vec<usize>, stops_runs: bool) -> Self {
        let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
        let input = (*runner.record_input(pipeline).expect("an input")).to_owned();
        let definition = runner.definition_hash::<P>();
        let unit = Unit { run: run.into(), pipeline: P::NAME.into(), definition, input, tag: None, item: None };
        let (units, begun) = (OnceLock::new(), AtomicU32::new(0));
        let (parts, outcomes) = (Mutex::default(), Mutex::default());
        let engine = Arc::new(Engine { units, parts, outcomes, begun, stops, stops_runs });
        let maps = spread.iter().map(ToString::to_string).collect();
        let children = Arc::new(Arc::clone(&engine)) as Arc<dyn Children>;
        let spreading = Spreading { children, runtime: Handle::current(), maps };
        let events = Arc::new(MemoryEvents::default());
        let pipelines = HashMap::from([(unit.service(), served::<P>())]);
        let shared = Arc::clone(&events) as Arc<dyn Events>;
        let units = Units::new(pipelines, runner.clone(), shared, spreading, Duration::from_secs(20));
        assert!(engine.units.set(units).is_ok());
        Self { runner, events, engine, unit }
    }

    async fn run(&self) -> Outcome {
        let run = tokio::time::timeout(Duration::from_secs(30), self.engine.run(&self.unit));
        run.await.expect("the run ends").expect("an outcome")
    }

    /// Checks what holds for the events of every run that has ended, and returns the number of units with events.
    fn check(&self) -> usize {
        let (mut seqs, mut open, mut texts) = (BTreeMap::<_, Vec<u64>>::new(), BTreeMap::new(), BTreeMap::new());
        let events = self.events.keyed();
        for (key, event) in &events {
            seqs.entry(key.clone()).or_default().push(event.seq);
            let path = event.path.get().to_owned();
            match event.event_type.kind() {
                Some(Kind::StepStarted | Kind::StepReset) => {
                    texts.insert(path.clone(), String::new());
                    open.insert(path, 0);
                }
                Some(Kind::StepFinished) => *open.entry(path).or_default() += 1,
                Some(_) => assert_eq!(*key, self.unit.key(), "only the run begins and ends"),
                None if event.event_type.as_str() != "chunk" => {}
                None => texts.entry(path).or_default().push_str(event.data.as_ref().expect("data").get()),
            }
        }
        for (key, seqs) in &seqs {
            assert_eq!(*seqs, (1..=seqs.len() as u64).collect::<Vec<_>>(), "{key}");
        }
        let twice: Vec<_> = open.iter().filter(|(_, times)| **times != 1).collect();
        assert!(twice.is_empty(), "{twice:?}");
        assert_eq!(events.last().and_then(|(_, event)| event.event_type.kind()), Some(Kind::RunFinished));
        let has_failed =
            events.last().is_some_and(|(_, event)| !event.data.as_ref().expect("data").get().contains("success"));
        for (path, text) in texts.iter().filter(|(path, _)| !has_failed && path.contains("generate")) {
            let item: usize =
                path.trim_start_matches("[\"docs[").split(']').next().unwrap_or("").parse().expect("a number");
            let words = format!("doc {item} {}", "word ".repeat(item % 4));
            let chunks = words.split_inclusive(' ').map(|word| format!("{{\"text\":\"{word}\"}}"));
            assert_eq!(*text, chunks.collect::<String>(), "{path}");
        }
        seqs.len()
    }

    async fn check_log(&self) {
        let log = self.runner.log().expect("a log");
        log.check().await.expect("a log without faults");
        let run = log.run(&self.unit.run).await.expect("a log").expect("the run is in the log");
        let events = log.events(&self.unit.run, 0, usize::MAX).await.expect("events");
        assert_eq!(run.last_seq, events.len() as u64);
        assert_eq!(events.len(), self.events.all().len());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn items_that_run_as_units_of_their_own_equal_a_run_in_the_process() -> Result<(), runnable::BoxError> {
    let expected = digest(8).execute().await?;
    let cluster = Cluster::new(&digest(8), "equal", &["docs"], Vec::new(), true).await;
    let outcome = cluster.run().await;
    assert_eq!(outcome.status, RunStatus::Succeeded, "{outcome:?}");
    let output = cluster.runner.read_output::<Digest>(&Json::from(outcome.output.expect("an output")))?;
    assert_eq!(output.report, expected.report);
    assert_eq!((cluster.check(), cluster.engine.begun.load(Ordering::Relaxed)), (9, 9));
    cluster.check_log().await;
    // The copy in the run log can be forked: nothing runs again but the last step.
    let forked = cluster.runner.fork::<Digest>("equal", "sum").run_id("forked").await?;
    assert_eq!(forked.report, expected.report);
    let paid =
        PAID.lock().unwrap_or_else(PoisonError::into_inner).iter().filter(|paid| paid.starts_with("equal ")).count();
    assert_eq!(paid, 8);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn units_that_are_taken_away_at_any_part_end_like_an_undisturbed_run() -> Result<(), runnable::BoxError> {
    let (expected, mut interrupted) = (digest(6).execute().await?, 0);
    for (stops_runs, stop) in (1..14).flat_map(|stop| [(true, stop), (false, stop)]) {
        let run = format!("taken-{stops_runs}-{stop}");
        let cluster = Cluster::new(&digest(6), &run, &["docs"], vec![stop, stop + 2], stops_runs).await;
        let outcome = cluster.run().await;
        cluster.check();
        cluster.check_log().await;
        let prefix = format!("{run} ");
        let paid = PAID.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let paid: Vec<_> = paid.iter().filter(|paid| paid.starts_with(&prefix)).collect();
        assert_eq!(paid.iter().collect::<BTreeSet<_>>().len(), paid.len(), "{run}: an effect was repeated: {paid:?}");
        if outcome.status == RunStatus::Failed {
            // Nobody knows whether the payment was made.
            let error = outcome.error(&cluster.runner);
            assert!(
                error.message().contains("`effect = \"once\"`") && error.path().to_string().ends_with("/pay"),
                "{error:#}"
            );
            assert!(!stops_runs, "the steps of items are not interrupted: {error:#}");
            interrupted += 1;
            continue;
        }
        let output = cluster.runner.read_output::<Digest>(&Json::from(outcome.output.expect("an output")))?;
        assert_eq!((output.report, paid.len()), (expected.report.clone(), 6), "{run}");
    }
    assert!((1..10).contains(&interrupted), "{interrupted} payments were interrupted");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn maps_in_maps_are_spread_in_any_combination() -> Result<(), runnable::BoxError> {
    let expected = nested(5).execute().await?.total;
    for (spread, units) in [(&["groups"][..], 6), (&["numbers"], 11), (&["groups", "numbers"], 16)] {
        for (stop, stops_runs) in [(0, true), (1, true), (3, true), (1, false), (2, false)] {
            let cluster = Cluster::new(&nested(5), "nested", spread, vec![stop], stops_runs).await;
            let outcome = cluster.run().await;
            assert_eq!(outcome.status, RunStatus::Succeeded, "{spread:?} {stop}: {outcome:?}");
            let output = cluster.runner.read_output::<Nested>(&Json::from(outcome.output.expect("an output")))?;
            assert_eq!(output.total, expected, "{spread:?} {stop}");
            cluster.check();
            cluster.check_log().await;
            if stop == 0 {
                assert_eq!(cluster.engine.begun.load(Ordering::Relaxed), units, "{spread:?}");
            }
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_that_fails_elsewhere_fails_the_run_with_its_path_and_causes() -> Result<(), runnable::BoxError> {
    let here = broken(6).execute().await.map(drop).unwrap_err();
    for (stop, stops_runs) in [(0, true), (2, true), (3, true), (1, false), (2, false)] {
        let cluster = Cluster::new(&broken(6), "broken", &["numbers"], vec![stop], stops_runs).await;
        let outcome = cluster.run().await;
        let there = outcome.error(&cluster.runner);
        assert_eq!(
            (outcome.status, there.path(), there.kind()),
            (RunStatus::Failed, here.path(), here.kind()),
            "{stop}"
        );
        assert_eq!(format!("{there:#}"), format!("{here:#}"));
        cluster.check();
        cluster.check_log().await;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_try_recovers_from_an_item_that_fails_elsewhere() -> Result<(), runnable::BoxError> {
    let expected = mended(6).execute().await?.x;
    for (stop, stops_runs) in (0..8).flat_map(|stop| [(stop, true), (stop, false)]) {
        let cluster = Cluster::new(&mended(6), "mended", &["numbers"], vec![stop], stops_runs).await;
        let outcome = cluster.run().await;
        assert_eq!(outcome.status, RunStatus::Succeeded, "{stop}: {outcome:?}");
        let output = cluster.runner.read_output::<Mended>(&Json::from(outcome.output.expect("an output")))?;
        assert_eq!(output.x, expected, "{stop} {stops_runs}");
        cluster.check();
        cluster.check_log().await;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_run_ends_after_its_items() -> Result<(), runnable::BoxError> {
    for wait in [0, 1, 5, 20, 100] {
        let cluster = Cluster::new(&hanging(4), "cancelled", &["numbers"], Vec::new(), true).await;
        let cancel = async {
            tokio::time::sleep(Duration::from_millis(wait)).await;
            while !cluster.engine.units.get().expect("units").cancel("cancelled") {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            std::future::pending::<()>().await;
        };
        let outcome = tokio::select! {
            outcome = cluster.run() => outcome,
            () = cancel => unreachable!("it waits for ever"),
        };
        assert_eq!(outcome.status, RunStatus::Cancelled, "{wait}");
        cluster.check();
        cluster.check_log().await;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_is_cancelled_between_two_workers_ends_after_its_items() -> Result<(), runnable::BoxError> {
    for (wait, begins) in [(0, false), (5, false), (0, true), (5, true)] {
        let cluster = Cluster::new(&hanging(4), "between", &["numbers"], Vec::new(), true).await;
        let units = cluster.engine.units.get().expect("units");
        // The first worker asks for the items, and dies.
        let mut live = cluster.engine.begin(&cluster.unit, false);
        while cluster.engine.outcomes.lock().expect("no panic").len() < 4 {
            tokio::select! {
                part = live.next() => {
                    let mut parts = cluster.engine.parts.lock().expect("no panic");
                    parts.entry("between".to_owned()).or_default().push(part?);
                    live.durable();
                }
                () = tokio::time::sleep(Duration::from_millis(1)) => {}
            }
        }
        tokio::time::sleep(Duration::from_millis(wait)).await;
        drop(live);
        // The second is to cancel the run as soon as it begins, or a little later.
        let mut live = cluster.engine.begin(&cluster.unit, !begins);
        units.cancel("between");
        loop {
            let part = tokio::time::timeout(Duration::from_secs(20), live.next()).await??;
            let is_last = Part::decode(&part)?.is_last();
            live.durable();
            if is_last {
                break;
            }
        }
        assert_eq!(live.outcome().await?.status, RunStatus::Cancelled, "{wait} {begins}");
        cluster.check();
        assert_eq!(Children::active(&cluster.engine, &cluster.unit).await?, Vec::<String>::new());
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_that_is_cancelled_without_need_begins_again() -> Result<(), runnable::BoxError> {
    let expected = digest(4).execute().await?;
    let cluster = Cluster::new(&digest(4), "again", &["docs"], Vec::new(), true).await;
    let cancel = async {
        let (units, mut cancelled) = (cluster.engine.units.get().expect("units"), 0);
        while cancelled < 2 {
            tokio::time::sleep(Duration::from_millis(1)).await;
            for item in 1..3 {
                cancelled += u32::from(units.cancel(&format!("again~docs=5B{item}=5D~1")));
            }
        }
        std::future::pending::<()>().await;
    };
    let outcome = tokio::select! {
        outcome = cluster.run() => outcome,
        () = cancel => unreachable!("it waits for ever"),
    };
    assert_eq!(outcome.status, RunStatus::Succeeded, "{outcome:?}");
    let output = cluster.runner.read_output::<Digest>(&Json::from(outcome.output.expect("an output")))?;
    assert_eq!(output.report, expected.report);
    cluster.check();
    assert!(cluster.engine.begun.load(Ordering::Relaxed) > 5, "an item has two units");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_history_is_kept_once_for_all_items() -> Result<(), runnable::BoxError> {
    let expected = long_way(400).execute().await?.x;
    let cluster = Cluster::new(&long_way(400), "long", &["numbers"], Vec::new(), true).await;
    let outcome = cluster.run().await;
    assert_eq!(outcome.status, RunStatus::Succeeded, "{outcome:?}");
    let output = cluster.runner.read_output::<LongWay>(&Json::from(outcome.output.expect("an output")))?;
    assert_eq!(output.x, expected);
    cluster.check();
    let kept = cluster.events.kept_messages();
    assert!((30..200).contains(&kept), "{kept} messages of 1,000 bytes");
    Ok(())
}
