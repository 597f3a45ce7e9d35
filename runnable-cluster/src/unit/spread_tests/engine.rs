//! An engine in memory that takes units away.

use super::super::{Children, Events, Outcome, Part, Request, Spreading, Unit, memory::MemoryEvents};
use crate::host::{Live, Units, served};
use runnable_runner::{Runnable, Runner};
use runnable_store::Kind;
use std::{
    collections::{BTreeMap, HashMap},
    sync::{
        Arc, Mutex, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use tokio::{runtime::Handle, sync::OnceCell};

/// An engine in memory, whose workers share a process.
pub(super) struct Engine {
    pub(super) units: OnceLock<Units>,
    pub(super) parts: Mutex<HashMap<String, Vec<bytes::Bytes>>>,
    pub(super) outcomes: Mutex<HashMap<String, Arc<OnceCell<Outcome>>>>,
    pub(super) begun: AtomicU32,
    /// The number of parts after which a unit is taken away, once for each number.
    pub(super) stops: Vec<usize>,
    /// True if the units of runs are taken away, false if those of items are.
    pub(super) stops_runs: bool,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Engine")
    }
}

impl Engine {
    pub(super) fn parts(&self, key: &str) -> Vec<bytes::Bytes> {
        self.parts.lock().expect("no panic").get(key).cloned().unwrap_or_default()
    }

    pub(super) fn begin(&self, unit: &Unit, is_cancelled: bool) -> Live {
        self.begun.fetch_add(1, Ordering::Relaxed);
        let parts: Result<_, _> = self.parts(&unit.key()).iter().map(|part| Part::decode(part)).collect();
        let units = self.units.get().expect("the units of the worker");
        units.begin(Arc::new(unit.clone()), parts.expect("parts"), is_cancelled).expect("a pipeline")
    }

    pub(super) async fn drive(&self, unit: &Unit) -> Outcome {
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
pub(super) struct Cluster {
    pub(super) runner: Runner,
    pub(super) events: Arc<MemoryEvents>,
    pub(super) engine: Arc<Engine>,
    pub(super) unit: Unit,
}

impl Cluster {
    pub(super) async fn new<P: Runnable>(
        pipeline: &P,
        run: &str,
        spread: &[&str],
        stops: Vec<usize>,
        stops_runs: bool,
    ) -> Self {
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

    pub(super) async fn run(&self) -> Outcome {
        let run = tokio::time::timeout(Duration::from_secs(30), self.engine.run(&self.unit));
        run.await.expect("the run ends").expect("an outcome")
    }

    /// Checks what holds for the events of every run that has ended, and returns the number of units with events.
    pub(super) fn check(&self) -> usize {
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

    pub(super) async fn check_log(&self) {
        let log = self.runner.log().expect("a log");
        log.check().await.expect("a log without faults");
        let run = log.run(&self.unit.run).await.expect("a log").expect("the run is in the log");
        let events = log.events(&self.unit.run, 0, usize::MAX).await.expect("events");
        assert_eq!(run.last_seq, events.len() as u64);
        assert_eq!(events.len(), self.events.all().len());
    }
}
