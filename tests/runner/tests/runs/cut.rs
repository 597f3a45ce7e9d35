//! Runs whose process dies after each single entry of its log, and that another process resumes.

use super::*;
use runnable::{
    Kind,
    runner::Runnable,
    store::{
        ArmRecord, ArtifactRecord, BoxFuture, EventRecord, Json, MemoryLog, NewRun, RunFilter, RunLog, RunStatus,
        StepStatus, Write, Writes,
    },
};
use std::{
    collections::BTreeMap,
    fmt::Debug,
    sync::{Arc, atomic::AtomicUsize},
    time::{Duration, SystemTime},
};
use tokio::sync::Notify;

/// The log of a process that dies once it has written a number of entries.
#[derive(Debug, Clone)]
struct Mortal {
    log: Arc<MemoryLog>,
    owner: Arc<Mutex<String>>,
    /// The number of entries that are written before the process dies.
    left: Arc<AtomicUsize>,
    died: Arc<Notify>,
    /// Everything that was written, in order.
    written: Arc<Mutex<Vec<Write>>>,
}

impl Mortal {
    fn new(log: &Arc<MemoryLog>, entries: usize) -> Self {
        let (log, left) = (Arc::clone(log), Arc::new(entries.into()));
        Self { log, owner: Arc::default(), left, died: Arc::default(), written: Arc::default() }
    }

    fn is_dead(&self) -> bool {
        self.left.load(Ordering::SeqCst) == 0
    }

    /// Returns the owner of the runs, whose lease has ended.
    async fn bury(&self) {
        let owner = self.owner.lock().expect("not poisoned").clone();
        self.log.renew_lease(&owner, Duration::ZERO).await.expect("it is in memory");
    }

    fn own(&self, owner: &str) {
        owner.clone_into(&mut self.owner.lock().expect("not poisoned"));
    }
}

impl RunLog for Mortal {
    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            // As a database does, it lets others run.
            tokio::task::yield_now().await;
            for batch in writes {
                let mut batch = batch.clone();
                batch.writes.truncate(self.left.load(Ordering::SeqCst));
                self.left.fetch_sub(batch.writes.len(), Ordering::SeqCst);
                self.written.lock().expect("not poisoned").extend(batch.writes.iter().cloned());
                self.log.append(&[batch]).await?;
                if self.is_dead() {
                    self.died.notify_one();
                    std::future::pending::<()>().await;
                }
            }
            Ok(())
        })
    }
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()> {
        self.own(owner);
        self.log.create(run, owner)
    }
    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord> {
        self.own(owner);
        self.log.claim(run, owner)
    }
    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()> {
        if self.is_dead() { Box::pin(std::future::pending()) } else { self.log.renew_lease(owner, lease) }
    }
    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>> {
        self.log.mark_interrupted()
    }
    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>> {
        self.log.run(run)
    }
    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>> {
        self.log.runs(filter)
    }
    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        self.log.definition(hash)
    }
    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>> {
        self.log.steps(run)
    }
    fn arms<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArmRecord>> {
        self.log.arms(run)
    }
    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>> {
        self.log.events(run, after, limit)
    }
    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArtifactRecord>> {
        self.log.artifacts(run)
    }
    fn compact(&self, before: SystemTime) -> BoxFuture<'_, u64> {
        self.log.compact(before)
    }
    fn prune(&self, before: SystemTime) -> BoxFuture<'_, Vec<String>> {
        self.log.prune(before)
    }
    fn check(&self) -> BoxFuture<'_, ()> {
        self.log.check()
    }
}

/// The events of a run, as a reader folds them.
#[derive(Debug, Default, PartialEq)]
struct Folded {
    texts: BTreeMap<String, String>,
    /// The last outcome of each step; empty if it is open.
    ends: BTreeMap<String, String>,
}

/// Folds the events of a run. Steps below the `retries`, by the last name of their paths, do not count once these are reset.
async fn folded(log: &MemoryLog, run: &str, retries: &[&str]) -> Folded {
    let (mut folded, events) = (Folded::default(), log.events(run, 0, usize::MAX).await.expect("events"));
    assert!((1..).zip(&events).all(|(seq, event)| event.seq == seq), "the numbers have no gaps");
    for event in &events {
        let path = serde_json::from_str::<Vec<String>>(event.path.get()).expect("a path").join("/");
        let data = || serde_json::from_str::<serde_json::Value>(event.data.as_ref().expect("data").get());
        match event.event_type.kind() {
            Some(Kind::StepStarted | Kind::StepReset) => {
                let below = format!("{path}/");
                folded.texts.retain(|known, _| *known != path && !known.starts_with(&below));
                if retries.iter().any(|retry| path.rsplit('/').next() == Some(retry)) {
                    folded.ends.retain(|known, end| {
                        let is_void = known.starts_with(&below);
                        assert!(!(is_void && end.is_empty()), "{known} is open: {events:#?}");
                        !is_void
                    });
                }
                folded.ends.insert(path, String::new());
            }
            Some(Kind::StepFinished) => {
                let outcome = data().expect("JSON")["outcome"].as_str().expect("an outcome").to_owned();
                let before = folded.ends.insert(path.clone(), outcome);
                assert_eq!(before.as_deref(), Some(""), "{path} ends although it is not open: {events:#?}");
            }
            None if event.event_type.as_str() == "chunk" => {
                let text = data().expect("JSON")["text"].as_str().expect("a text").to_owned();
                folded.texts.entry(path).or_default().push_str(&text);
            }
            _ => {}
        }
    }
    assert_eq!(events.last().and_then(|event| event.event_type.kind()), Some(Kind::RunFinished));
    folded
}

/// Executes a part of a run, which may die. Returns its output if it does not.
async fn part<P: Runnable>(log: &Mortal, begun: bool, make: &impl Fn() -> P) -> Option<runnable::Result<P::Output>> {
    let runner = Runner::builder().log(log.clone()).build().await.expect("a runner");
    let output = tokio::select! {
        biased;
        () = log.died.notified() => None,
        output = async {
            if begun { runner.resume::<P>("r").await } else { runner.run(make()).run_id("r").await }
        } => Some(output),
    };
    log.bury().await;
    output
}

/// Checks that no event of a step was written after the end with which a resumed run replaces the step, apart from its
/// `step.started` and `step.finished`.
fn ends_follow_events(log: &Mortal) {
    let written = log.written.lock().expect("not poisoned");
    let ends = written.iter().enumerate().filter_map(|(at, write)| match write {
        Write::StepEnded { path, attempt, status: StepStatus::Succeeded | StepStatus::Recovered, .. } => {
            Some((at, path, *attempt))
        }
        _ => None,
    });
    for (at, path, attempt) in ends {
        let late = written[at..].iter().find(|write| match write {
            Write::Event(event) => {
                let names = serde_json::from_str::<Vec<String>>(event.path.get()).expect("a path");
                let is_own = matches!(event.event_type.kind(), None | Some(Kind::StepReset));
                is_own && names.join("/") == *path && event.attempt <= attempt
            }
            _ => false,
        });
        assert!(late.is_none(), "{path}: {late:?} follows its end");
    }
}

/// Cuts the log of a run after each of its entries, and again some entries later, and compares the run that is resumed with the
/// run that was not cut. Steps that it cancels may be missing from it, or have been cancelled before they ended.
async fn resumes_after_each_entry<P: Runnable<Output: Debug>>(retries: &[&str], make: impl Fn() -> P) {
    let log = Arc::new(MemoryLog::new());
    let immortal = Mortal::new(&log, usize::MAX);
    let whole = part(&immortal, false, &make).await.expect("it lives").map_err(|error| format!("{error:#}"));
    ends_follow_events(&immortal);
    let expected = folded(&log, "r", retries).await;
    assert!(expected.ends.values().all(|end| !end.is_empty()), "{expected:#?}");
    for cut in 1.. {
        let log = Arc::new(MemoryLog::new());
        let mut output = part(&Mortal::new(&log, cut), false, &make).await;
        if output.is_some() {
            assert!(cut > 20, "the run has only {cut} entries");
            return;
        }
        for entries in [1 + cut % 5, usize::MAX] {
            // A process may have died just after it had written the end of the run.
            let record = log.run("r").await.expect("it can be read").expect("it is recorded");
            if output.is_none() && record.status != RunStatus::Succeeded {
                output = part(&Mortal::new(&log, entries), true, &make).await;
            }
        }
        if let Some(output) = output {
            assert_eq!(format!("{:?}", output.map_err(|error| format!("{error:#}"))), format!("{whole:?}"), "{cut}");
        }
        let resumed = folded(&log, "r", retries).await;
        for path in resumed.texts.keys().chain(expected.texts.keys()) {
            let text = |folded: &Folded| folded.texts.get(path).cloned().unwrap_or_default();
            let (now, then) = (text(&resumed), text(&expected));
            let is_whole = resumed.ends.get(path) == expected.ends.get(path);
            assert!(
                if is_whole { now == then } else { then.starts_with(&now) },
                "{cut}: {path}: {now:?}, not {then:?}"
            );
        }
        for (path, end) in &expected.ends {
            let now = resumed.ends.get(path);
            let is_expected = now == Some(end) || (now.is_none() && end == "cancelled");
            assert!(is_expected || now.is_some_and(|now| now == "cancelled"), "{cut}: {path}: {now:?}, not {end}");
        }
        let steps = log.steps("r").await.expect("steps");
        assert!(steps.iter().all(|step| step.status != StepStatus::Running), "{cut}: {steps:#?}");
    }
}

/// Returns its name after some time.
#[task(returns = [text])]
async fn ask(who: &str, ms: u64) -> Result<String, String> {
    tokio::time::sleep(Duration::from_millis(ms)).await;
    if who == "broken" { Err("it is broken".to_owned()) } else { Ok(who.to_owned()) }
}

const NEVER: u64 = 3_600_000;

pipeline! {
    fn slow(name: String) -> [text] {
        write >> ask(who = "slow", ms = NEVER)
    }
}

pipeline! {
    fn raced(name: String) -> [text, length] {
        race {
            slow,
            items: map((vec![1, 2]) as row) { map((vec![3, 4]) as column) { ask(who = "item", ms = NEVER + row * column) } }
                -> [text as texts] >> ask(who = "items", ms = 0),
            quick: write >> ask(who = "quick", ms = 2),
            inner: race {
                one: ask(who = "one", ms = NEVER),
                both: parallel { write -> [text as a], later: ask(who = "later", ms = NEVER) -> [text as b] }
                    >> ask(who = "both", ms = 0),
            },
            again: repeat(max = 2) { ask(who = "again", ms = NEVER) } until(true),
            broken: write -> [] >> parallel { ask(who = "broken", ms = 1), other: slow -> [text as c] } -> [text],
        } >> count
    }
}

#[tokio::test(start_paused = true)]
async fn a_race_whose_process_dies_after_any_entry_closes_every_step() {
    resumes_after_each_entry(&[], || raced("raced".to_owned())).await;
}

#[task(returns = [text])]
async fn why(error: &runnable::Error) -> String {
    error.path().to_string()
}

pipeline! {
    fn recovered(name: String) -> [text, length, results] {
        try {
            parallel {
                broken: ask(who = "broken", ms = 1),
                slow -> [text as other],
                items: map((vec![1, 2]) as row) { write -> [] >> ask(who = "item", ms = NEVER + row) } -> [],
            } -> [text]
        } else |error| { why }
            >> map((vec!["broken", "whole"]) as who, on_error = collect) {
                parallel { first: ask(ms = if who == "broken" { 1 } else { 0 }), second: slow_unless_whole -> [done] }
            } -> [text as results]
            >> count
    }
}

/// Takes long, unless it is whole.
#[task(returns = [done])]
async fn slow_unless_whole(who: &str) -> bool {
    if who != "whole" {
        tokio::time::sleep(Duration::from_millis(NEVER)).await;
    }
    true
}

#[tokio::test(start_paused = true)]
async fn a_try_and_a_map_that_collects_whose_process_dies_after_any_entry_close_every_step() {
    resumes_after_each_entry(&[], || recovered("recovered".to_owned())).await;
}

/// Fails the first times that it gets here, whatever the process.
#[task(returns = [text])]
fn flaky(name: String, who: &str, failures: usize) -> impl Stream<Item = Result<Token, String>> {
    let action = format!("{name}/{who}");
    try_stream! {
        yield Token::Chunk { text: "a".to_owned() };
        tokio::time::sleep(Duration::from_millis(1)).await;
        act(&action)?;
        if done(&action) <= failures {
            Err(format!("{action} fails"))?;
        }
        yield Token::Chunk { text: "b".to_owned() };
        yield Token::Done { text: "ab".to_owned() };
    }
}

/// Returns how often it was called.
#[task(returns = [number])]
async fn number(name: &str) -> Result<usize, String> {
    act(&format!("{name}/number"))?;
    Ok(done(&format!("{name}/number")))
}

pipeline! {
    fn flaky_twice(name: String) -> [text] {
        #[retry(3, backoff = "1ms")] deep: flaky(who = "deep", failures = 2)
    }
}

pipeline! {
    fn retried(name: String) -> [text, length] {
        #[retry(5, backoff = "1ms")] {
            number
                >> if number == 1 { first: write } else { another: write }
                >> parallel {
                    flaky(who = "wide", failures = 1) -> [text as wide],
                    flaky_twice -> [text as twice],
                }
                >> map((vec!["item"]) as who) { #[retry(3, backoff = "1ms")] { flaky(failures = 1) } } -> [text as texts]
                >> last: flaky(who = "last", failures = 1)
        } -> [text]
            >> try { #[retry(2, backoff = "1ms")] hopeless: flaky(who = "hopeless", failures = 999) } else |error| { why }
            >> race {
                one: #[retry(2, backoff = "1ms")] flaky(who = "one", failures = 999),
                two: #[retry(3, backoff = "1ms")] { write -> [] >> flaky(who = "two", failures = 1) },
                three: slow,
            }
            >> count
    }
}

#[tokio::test(start_paused = true)]
async fn parts_that_are_tried_again_end_as_if_their_process_had_not_died_after_any_entry() {
    resumes_after_each_entry(&["retry", "hopeless", "one", "two"], || retried(unique("retried"))).await;
}

/// Emits its name letter by letter, and fails if that ends with `!`.
#[task(returns = [text])]
fn speak(who: &str) -> impl Stream<Item = Result<Token, String>> {
    try_stream! {
        for letter in who.chars() {
            yield Token::Chunk { text: letter.to_string() };
        }
        if who.ends_with('!') {
            Err("it is broken".to_owned())?;
        }
        yield Token::Done { text: who.to_owned() };
    }
}

/// Speaks in a task of its own.
#[task(spawn, returns = [text])]
fn call(who: String) -> impl Stream<Item = Token> {
    stream! {
        for letter in who.chars() {
            yield Token::Chunk { text: letter.to_string() };
        }
        yield Token::Done { text: who };
    }
}

/// Speaks on a thread.
#[task(blocking, returns = [text])]
fn shout(who: String, events: Emitter<Token>) -> String {
    for letter in who.chars() {
        events.emit_blocking(Token::Chunk { text: letter.to_string() });
    }
    who
}

pipeline! {
    fn quick(name: String) -> [text, length, results] {
        warm: map((vec!["a", "b", "c", "d", "e", "f"]) as who, limit = 1) { speak } -> [text as texts]
            >> parallel {
                speak(who = "here") -> [text as one],
                call(who = "task".to_owned()) -> [text as two],
                shout(who = "on".to_owned()) -> [text as three],
            }
            >> try { hopeless: speak(who = "a!") } else |error| { why }
            >> each: map((vec!["b!", "c"]) as who, on_error = collect) { speak } -> [text as results]
            >> race { lost: speak(who = "d!"), won: ask(who = "won", ms = 1) }
            >> count
    }
}

#[tokio::test(start_paused = true)]
async fn no_text_of_a_quick_run_is_lost_whose_process_dies_after_any_entry() {
    resumes_after_each_entry(&[], || quick(unique("quick"))).await;
}

/// Leaves a task behind that sends events.
#[task(returns = [done])]
async fn leave(events: Emitter<Token>) -> bool {
    tokio::spawn(async move {
        for _ in 0..100 {
            events.emit(Token::Chunk { text: "late".to_owned() }).await;
        }
    });
    tokio::task::yield_now().await;
    true
}

#[tokio::test(start_paused = true)]
async fn a_step_sends_no_event_after_its_end_is_recorded() {
    let log = Mortal::new(&Arc::new(MemoryLog::new()), usize::MAX);
    part(&log, false, &|| Leave {}).await.expect("it lives").expect("it succeeds");
    ends_follow_events(&log);
}

/// Emits an event whenever it is polled, after a millisecond.
#[task(returns = [text])]
fn babble() -> impl Stream<Item = Token> {
    stream! {
        tokio::time::sleep(Duration::from_millis(1)).await;
        for _ in 0..1000 {
            yield Token::Chunk { text: "a".to_owned() };
        }
        yield Token::Done { text: "it ends".to_owned() };
    }
}

pipeline! {
    fn interrupted() -> [text] {
        try { parallel { babble, broken: ask(who = "broken", ms = 1) -> [] } } else |error| { why }
            >> race {
                lost: parallel { babble, broken: ask(who = "broken", ms = 1) -> [] },
                won: ask(who = "won", ms = 1),
            }
    }
}

#[tokio::test(start_paused = true)]
async fn a_recovery_is_recorded_after_the_events_of_the_steps_that_it_cancelled() {
    let log = Mortal::new(&Arc::new(MemoryLog::new()), usize::MAX);
    part(&log, false, &interrupted).await.expect("it lives").expect("it recovers");
    let written = log.written.lock().expect("not poisoned");
    for (recovered, cancelled) in [("broken/ask", r#"["babble"]"#), ("lost/broken/ask", r#"["lost","babble"]"#)] {
        let mut after = written.iter().skip_while(|write| match write {
            Write::StepEnded { path, status: StepStatus::Recovered, .. } => path != recovered,
            _ => true,
        });
        assert!(after.next().is_some(), "the recovery from {recovered} is recorded");
        let mut follow = after.filter_map(|write| match write {
            Write::Event(event) => Some(event),
            _ => None,
        });
        let is_late = |event: &EventRecord| event.path.get() == cancelled && event.event_type.kind().is_none();
        assert!(!follow.any(is_late), "an event of {cancelled} follows");
    }
}
