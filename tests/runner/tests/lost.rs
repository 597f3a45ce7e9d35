//! Runs on a PostgreSQL server that restarts, and whose sessions are ended, with and without a pooler in between: they end as
//! if nothing had happened.

#![cfg(unix)]

mod workers;

#[path = "../../../runnable-store/tests/run_log/bouncer.rs"]
mod bouncer;
#[path = "../../../runnable-store/tests/run_log/server.rs"]
mod server;

use bouncer::Pooler;

use futures_util::StreamExt;
use runnable::{
    prelude::*,
    runner::Runner,
    store::{LogEvent, OverflowPolicy, RunStatus},
};
use server::{Server, own_server};
use sqlx::{Connection, PgConnection};
use std::{
    collections::HashMap,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use workers::{Dice, kills, seed};

/// The number of concurrent runs.
const RUNS: usize = 20;

/// The number of times that each body ran.
static BODIES: Mutex<Option<HashMap<String, u32>>> = Mutex::new(None);

fn count(body: String) {
    *BODIES.lock().expect("not poisoned").get_or_insert_default().entry(body).or_default() += 1;
}

/// Events of a task that streams.
#[derive(Debug, Clone, PartialEq, TaskEvent)]
enum Part {
    /// A part.
    Chunk { number: u32 },
    /// The end.
    Done { numbers: Vec<u32> },
}

/// Emits numbers.
#[task(returns = [numbers])]
fn produce(name: String) -> impl Stream<Item = Result<Part, String>> {
    try_stream! {
        count(format!("{name}/produce"));
        for number in 0..8 {
            tokio::time::sleep(Duration::from_millis(10)).await;
            yield Part::Chunk { number };
        }
        yield Part::Done { numbers: (0..8).collect() };
    }
}

/// Squares a number.
#[task(returns = [squares])]
async fn square(name: &str, number: u32) -> u32 {
    count(format!("{name}/square {number}"));
    tokio::time::sleep(Duration::from_millis(20)).await;
    number * number
}

/// Adds the squares.
#[task(returns = [sum])]
async fn add(name: &str, squares: Vec<u32>) -> u32 {
    count(format!("{name}/add"));
    squares.iter().sum()
}

pipeline! {
    /// Produces, squares and adds.
    fn work(name: String) -> [numbers, sum] {
        produce >> map(numbers as number, limit = 1) { square } >> add
    }
}

/// The events and steps of a run, without its id and its times.
async fn story(runner: &Runner, run: &str) -> Vec<String> {
    let log = runner.log().expect("a log");
    let hidden = |text: &str| text.replace(run, "RUN");
    let events = log.events(run, 0, usize::MAX).await.expect("they can be read");
    let event = |event: &runnable::store::EventRecord| {
        let data = event.data.as_ref().map_or("", |data| data.get());
        // The duration of an attempt.
        let data = data.split("\"elapsed").next().unwrap_or_default().to_owned();
        format!("{} {} {} {} {}", event.seq, event.path.get(), event.attempt, event.event_type, hidden(&data))
    };
    let steps = log.steps(run).await.expect("they can be read");
    let step = |step: &runnable::store::StepRecord| {
        let output = step.output.as_ref().map_or("", |output| output.get());
        format!("{}#{} {:?} {}", step.path, step.attempt, step.status, hidden(output))
    };
    let record = log.run(run).await.expect("it can be read").expect("the run is there");
    assert_eq!(record.status, RunStatus::Succeeded, "{run}");
    events.iter().map(event).chain(steps.iter().map(step)).collect()
}

/// Follows a run in another process; returns the numbers of its events.
async fn follow(runner: &Runner, run: &str) -> Vec<u64> {
    loop {
        let events = runner.events(run, 0, OverflowPolicy::Block).expect("a log");
        let items: Vec<_> = events.collect().await;
        match items.into_iter().collect::<Result<Vec<LogEvent>, _>>() {
            Ok(events) => return events.iter().filter_map(|event| Some(event.event()?.seq())).collect(),
            Err(error) => assert!(error.to_string().contains("does not exist"), "{run}: {error:?}"),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Ends sessions and restarts the server and the pooler, until that was done often enough.
async fn disturb(
    mut server: Server,
    mut pooler: Option<&mut Pooler>,
    database: &str,
    dice: &mut Dice,
    (ends, restarts): (u32, u32),
) -> Server {
    let (mut ended, mut restarted) = (0, 0);
    while ended < ends || restarted < restarts {
        tokio::time::sleep(Duration::from_millis(20 + dice.below(80))).await;
        if restarted * ends < ended.max(1) * restarts && restarted < restarts && dice.below(4) == 0 {
            server = tokio::task::spawn_blocking(move || {
                if restarted % 2 == 0 {
                    server.stop();
                } else {
                    server.crash();
                }
                std::thread::sleep(Duration::from_secs(2));
                server.start_again();
                server
            })
            .await
            .expect("it restarts");
            restarted += 1;
            if let Some(pooler) = &mut pooler {
                pooler.restart();
            }
        }
        let Ok(mut connection) = PgConnection::connect(&server.url("postgres")).await else { continue };
        let sql = "SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity WHERE datname = $1 \
                   ORDER BY random() LIMIT 2) AS chosen";
        let killed: i64 =
            sqlx::query_scalar(sql).bind(database).fetch_one(&mut connection).await.expect("it ends them");
        ended += u32::try_from(killed).expect("few");
    }
    let of = if pooler.is_some() { "the server and PgBouncer" } else { "the server" };
    println!("{ended} sessions ended, {restarted} restarts of {of}");
    server
}

/// Disturbs runs; `prefix` begins their names.
async fn disturb_runs(server: Server, database: &str, mut pooler: Option<Pooler>, prefix: &str) {
    let (seed, started) = (seed(), Instant::now());
    let mut dice = Dice(seed);
    let url = pooler.as_ref().map_or_else(|| server.url(database), |pooler| pooler.url(database));
    let runner = async || Runner::builder().run_log(&url).build().await.expect("a runner");
    let (one, two, undisturbed) = (runner().await, runner().await, Runner::builder().run_log("memory:"));
    let undisturbed = undisturbed.build().await.expect("a runner");
    let alone = format!("{prefix}undisturbed");
    undisturbed.run(work(alone.clone())).run_id(&*alone).await.expect("it succeeds");
    let expected = story(&undisturbed, &alone).await;
    let done = AtomicBool::new(false);
    let disturbances = (kills().div_ceil(5), kills().div_ceil(100));
    let disturbing = async {
        let server = disturb(server, pooler.as_mut(), database, &mut dice, disturbances).await;
        done.store(true, Ordering::Relaxed);
        server
    };
    let running = async {
        let mut runs = 0;
        while !done.load(Ordering::Relaxed) || runs == 0 {
            let run = async |number: usize| {
                let name = format!("{prefix}run{}", runs + number);
                let (here, there) = if number.is_multiple_of(2) { (&one, &two) } else { (&two, &one) };
                let (output, followed) =
                    tokio::join!(here.run(work(name.clone())).run_id(&*name), follow(there, &name));
                let output = output.unwrap_or_else(|error| panic!("{name}, seed {seed}: {error:?}"));
                assert_eq!((output.sum, output.numbers.len()), (140, 8), "{name}");
                let story = story(there, &name).await;
                assert_eq!(story, expected, "{name}, seed {seed}");
                assert_eq!(followed.len(), story.iter().filter(|line| !line.contains('#')).count(), "{name}");
            };
            futures_util::future::join_all((0..RUNS).map(run)).await;
            runs += RUNS;
        }
        runs
    };
    let (_server, runs) = tokio::join!(disturbing, running);
    one.log().expect("a log").check().await.expect("a healthy log");
    let mut bodies = BODIES.lock().expect("not poisoned").clone().unwrap_or_default();
    bodies.retain(|body, _| body.starts_with(prefix));
    let twice: Vec<_> = bodies.iter().filter(|(_, times)| **times != 1).collect();
    assert!(twice.is_empty(), "bodies ran twice, seed {seed}: {twice:?}");
    assert_eq!(bodies.len(), 10 * (runs + 1));
    println!("{runs} runs in {:?}, seed {seed}", started.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_end_as_undisturbed_while_sessions_end_and_the_server_restarts() {
    let Some(server) = own_server(&[]) else { return };
    let database = server.create("lost").await;
    disturb_runs(server, &database, None, "direct-").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_end_as_undisturbed_through_a_pooler_in_transaction_mode() {
    let Some(server) = own_server(&[]) else { return };
    let Some(pooler) = Pooler::start(&server, "transaction", "server_login_retry = 1\n") else { return };
    let database = server.create("pooled").await;
    disturb_runs(server, &database, Some(pooler), "pooled-").await;
}
