//! Events that are no longer in the run log.

use super::{
    Server,
    socket::{connect, rest},
};
use futures_util::{SinkExt, StreamExt};
use runnable::{
    runner::Runner,
    store::{
        ArmRecord, ArtifactRecord, BoxFuture, EventRecord, Json, MemoryLog, NewRun, RunFilter, RunLog, RunRecord,
        StepRecord, Writes,
    },
};
use serde_json::{Value, json};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};
use tokio_tungstenite::tungstenite::Message;

/// A run log that has only the events after a number.
#[derive(Debug)]
struct Forgetful {
    log: MemoryLog,
    forgotten: Arc<AtomicU64>,
}

impl RunLog for Forgetful {
    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>> {
        self.log.events(run, after.max(self.forgotten.load(Ordering::Relaxed)), limit)
    }

    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()> {
        self.log.create(run, owner)
    }
    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord> {
        self.log.claim(run, owner)
    }
    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()> {
        self.log.renew_lease(owner, lease)
    }
    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>> {
        self.log.mark_interrupted()
    }
    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()> {
        self.log.append(writes)
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

/// Returns a server, and the number up to which its run log drops events.
pub(crate) async fn server() -> (Server, Arc<AtomicU64>) {
    let forgotten = Arc::<AtomicU64>::default();
    let log = Forgetful { log: MemoryLog::new(), forgotten: Arc::clone(&forgotten) };
    let runner = Runner::builder().log(log).build().await.expect("a runner");
    (Server::of(runner, |service| service).await, forgotten)
}

#[tokio::test]
async fn a_reader_gets_410_if_its_next_event_expired() {
    let (server, forgotten) = server().await;
    let run = server.begin("pour", r#"{"chunks":10}"#).await;
    server.until(&run, "succeeded").await;
    forgotten.store(4, Ordering::Relaxed);
    let path = format!("/runs/{run}/events");
    for after in 0..4 {
        assert_eq!(server.get(&format!("{path}?after={after}")).await.problem(410), "expired");
        let id = format!("{run}:{after}");
        assert_eq!(server.ask(&format!("GET {path}"), &[("last-event-id", &id)], "").await.problem(410), "expired");
        let mut client = connect(&server, &format!("/runs/{run}/ws?after={after}"), &[]).await;
        assert_eq!(rest(&mut client).await, (vec![], 4410));
    }
    assert_eq!(server.get(&format!("{path}?after=4")).await.status, 200);
    let mut client = connect(&server, &format!("/runs/{run}/ws?after=4"), &[]).await;
    let (events, code) = rest(&mut client).await;
    assert_eq!((events[0]["seq"].as_u64(), code), (Some(5), 1000));
    let mut client = connect(&server, "/ws", &[]).await;
    let subscribe = json!({ "id": 1, "op": "subscribe", "run": run, "after": 3 });
    client.send(Message::text(subscribe.to_string())).await.expect("it is sent");
    let answer = client.next().await.expect("more").expect("sent").into_text().expect("text");
    assert!(answer.starts_with(r#"{"id":1,"error":{"code":"expired","#), "{answer}");
}

#[tokio::test]
async fn a_reader_of_a_protocol_that_begins_at_the_start_gets_410_if_the_start_expired() {
    let (server, forgotten) = server().await;
    let run = server.begin("pour", r#"{"chunks":10}"#).await;
    server.until(&run, "succeeded").await;
    forgotten.store(4, Ordering::Relaxed);
    for format in ["ag-ui", "ai-sdk"] {
        let path = format!("/runs/{run}/events?format={format}");
        assert_eq!(server.get(&path).await.problem(410), "expired");
        assert_eq!(server.get(&format!("{path}&after=4")).await.problem(410), "expired");
    }
    assert_eq!(server.get(&format!("/runs/{run}/events?format=cloud-events&after=4")).await.status, 200);
}

/// The next event of a reader is dropped while the reader waits.
#[tokio::test]
async fn a_reader_whose_next_event_expires_is_disconnected() {
    let (server, forgotten) = server().await;
    let run = server.begin("pour", r#"{"chunks":2000}"#).await;
    server.until(&run, "succeeded").await;
    let mut client = connect(&server, "/ws", &[]).await;
    let mut ask = async |message: Value| client.send(Message::text(message.to_string())).await.expect("it is sent");
    ask(json!({ "id": 1, "op": "credit", "n": 10 })).await;
    ask(json!({ "id": 2, "op": "subscribe", "run": run })).await;
    while !client.next().await.expect("more").expect("sent").to_string().contains("\"seq\":10,") {}
    forgotten.store(1900, Ordering::Relaxed);
    let credit = json!({ "id": 3, "op": "credit", "n": 10_000 });
    client.send(Message::text(credit.to_string())).await.expect("it is sent");
    let (messages, code) = rest(&mut client).await;
    assert_eq!(code, 4410);
    assert!(messages.len() < 1900, "it was all read before");
}
