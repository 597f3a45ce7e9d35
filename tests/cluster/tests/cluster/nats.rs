//! Runs on NATS alone.

use crate::{
    machines::{Engine, Machines, Seen},
    servers::{listens, port, servers, wait_for},
};
use runnable::{
    prelude::*,
    runner::{Config, Environment},
    store::{RunFilter, RunStatus},
};
use runnable_cluster::{Cluster, ClusterErrorKind, Worker};
use runnable_tests_cluster::{DigestAll, Hundred, Wait, digest_all, hundred};
use std::time::{Duration, Instant};
use tokio::{sync::oneshot, task::JoinHandle};

/// Settings with which no test waits for a lease.
const LONG_LEASE: &str = "keep-alive = \"20s\"\nlease = \"60s\"";

/// A time that is much shorter than the lease.
const SOON: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread")]
async fn a_run_behind_others_in_the_queue_can_be_cancelled() -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let sections = "[executor]\nmax-runs = 1\n";
    let machines = Machines::configured(Engine::Nats, servers, 1, &servers.nats, LONG_LEASE, sections).await;
    let cluster = &machines.cluster;
    cluster.start(Wait { seconds: 600 }).run_id("first").await?;
    machines.started().await;
    for run in ["second", "third"] {
        cluster.start(Wait { seconds: 600 }).run_id(run).await?;
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    for run in ["third", "second", "first"] {
        let start = Instant::now();
        cluster.cancel(run).await?;
        assert!(start.elapsed() < SOON, "{run}: {:?}", start.elapsed());
        assert_eq!(cluster.output::<Wait>(run).await.map(drop).unwrap_err().kind(), ClusterErrorKind::Run);
        Seen::read(cluster, run, 0, usize::MAX).await?.check();
    }
    assert_eq!(machines.starts().0["wait"], 1, "only the first run began");
    assert_eq!(cluster.list(&RunFilter::new().status(RunStatus::Running)).await?, []);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_whose_worker_has_died_is_cancelled_before_its_lease_ends() -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let mut machines = Machines::configured(Engine::Nats, servers, 2, &servers.nats, LONG_LEASE, "").await;
    machines.cluster.start(Wait { seconds: 600 }).run_id("orphan").await?;
    machines.started().await;
    machines.kill(machines.starts().1.expect("a worker"));
    let start = Instant::now();
    machines.cluster.cancel("orphan").await?;
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    Seen::read(&machines.cluster, "orphan", 0, usize::MAX).await?.check();
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_is_stopped_returns_its_runs_at_once() -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::configured(Engine::Nats, servers, 2, &servers.nats, LONG_LEASE, "").await;
    let (expected, start) = (digest_all(6, 40).execute().await?, Instant::now());
    machines.cluster.start(digest_all(6, 40)).run_id("returned").await?;
    machines.started().await;
    machines.signal(machines.starts().1.expect("a worker"), "-INT");
    assert_eq!(machines.cluster.output::<DigestAll>("returned").await?.report, expected.report);
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    Seen::read(&machines.cluster, "returned", 0, usize::MAX).await?.check();
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_worker_stops_a_quiet_run_that_it_has_lost() -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::with(Engine::Nats, servers, 2, &servers.nats, "300ms").await;
    machines.cluster.start(Wait { seconds: 4 }).run_id("quiet").await?;
    machines.started().await;
    let victim = machines.starts().1.expect("a worker");
    machines.signal(victim, "-STOP");
    wait_for("another worker", || machines.starts().0["wait"] == 2);
    machines.signal(victim, "-CONT");
    wait_for("the end of the quiet run", || machines.log(victim).contains("another worker has the run"));
    assert_eq!(machines.cluster.output::<Wait>("quiet").await?.waited, 4);
    Seen::read(&machines.cluster, "quiet", 0, usize::MAX).await?.check();
    assert_eq!(machines.starts().0["wait"], 2);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn many_runs_on_two_workers_each_end_once() -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let sections = "[executor]\nmax-runs = 3\n";
    let machines = Machines::configured(Engine::Nats, servers, 2, &servers.nats, LONG_LEASE, sections).await;
    for number in 0..40 {
        machines.cluster.start(hundred(number)).run_id(format!("many-{number}")).await?;
    }
    for number in 0..40 {
        let run = format!("many-{number}");
        assert_eq!(machines.cluster.output::<Hundred>(&run).await?.x, number + 100);
        Seen::read(&machines.cluster, &run, 0, usize::MAX).await?.check();
    }
    assert_eq!(machines.cluster.list(&RunFilter::new().status(RunStatus::Running)).await?, []);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_survive_the_loss_of_one_server_of_three() -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let (clients, routes) = ([(); 3].map(|()| port()), [(); 3].map(|()| port()));
    let all = routes.map(|port| format!("nats://127.0.0.1:{port}")).join(", ");
    let mut nodes: Vec<_> = (0..3)
        .map(|node| {
            let config = format!(
                "listen: \"127.0.0.1:{}\"\nserver_name: n{node}\njetstream {{ store_dir: \"./nats-three{node}\" }}\n\
                 cluster {{ name: three, listen: \"127.0.0.1:{}\", routes: [{all}] }}\n",
                clients[node], routes[node]
            );
            Some(servers.start_nats_with(&format!("three{node}"), &config))
        })
        .collect();
    clients.iter().for_each(|port| wait_for("NATS", || listens(&format!("127.0.0.1:{port}"))));
    let url = clients.map(|port| format!("nats://127.0.0.1:{port}")).join(",");
    // The servers elect a leader before they create streams.
    let start = Instant::now();
    let cluster = loop {
        let config = config(&[("URL", &format!("nats:{url}"))], &[("REPLICAS", "3")]);
        match Cluster::connect(config, |runner| runner).await {
            Ok(cluster) => break cluster,
            Err(error) => assert!(start.elapsed() < Duration::from_secs(40), "{error:?}"),
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    };
    let settings = [("URL", &*format!("nats:{url}")), ("LEASE", "3s")];
    let workers = [(); 2].map(|()| serve::<DigestAll>(config(&settings, &[("REPLICAS", "3")])));
    let expected = digest_all(8, 40).execute().await?;
    for (node, run) in ["one", "two", "three"].into_iter().enumerate() {
        cluster.start(digest_all(8, 40)).run_id(run).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        drop(nodes[node].take());
        let output = tokio::time::timeout(Duration::from_mins(1), cluster.output::<DigestAll>(run)).await??;
        assert_eq!(output.report, expected.report);
        Seen::read(&cluster, run, 0, usize::MAX).await?.check();
        let config = format!("nats-three{node}.conf");
        nodes[node] = Some(servers.start_again(&config));
        wait_for("NATS", || listens(&format!("127.0.0.1:{}", clients[node])));
    }
    for worker in workers {
        worker.stop().await?;
    }
    Ok(())
}

mod old {
    use super::*;

    #[task(returns = [text])]
    pub(super) async fn first(text: String) -> String {
        format!("{text} first")
    }

    pipeline! {
        pub(super) fn versioned(text: String) -> [text] { first >> runnable_tests_cluster::again(ms = 300) }
    }
}

mod new {
    use super::*;

    #[task(returns = [text])]
    pub(super) async fn second(text: String) -> String {
        format!("{text} second")
    }

    pipeline! {
        pub(super) fn versioned(text: String) -> [text] { second }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_stay_on_the_build_on_which_they_began_and_wait_for_it() -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let (url, stream) = (format!("nats:nats://{}", servers.nats), format!("versions-{}", port()));
    let config = || config(&[("URL", &url), ("LEASE", "1s")], &[("STREAM", &stream)]);
    let cluster = Cluster::connect(config(), |runner| runner).await?;
    // No worker has ever served it: the run waits.
    cluster.start(old::versioned("old".into())).run_id("old").await?;
    let newer = serve::<new::Versioned>(config());
    cluster.start(new::versioned("new".into())).run_id("new").await?;
    assert_eq!(cluster.output::<new::Versioned>("new").await?.text, "new second");
    let running = cluster.list(&RunFilter::new()).await?;
    assert_eq!(running.iter().map(|run| &*run.id).collect::<Vec<_>>(), ["old"]);
    let older = serve::<old::Versioned>(config());
    tokio::time::sleep(Duration::from_millis(150)).await;
    older.stop().await?;
    let older = serve::<old::Versioned>(config());
    assert_eq!(cluster.output::<old::Versioned>("old").await?.text, "old first");
    Seen::read(&cluster, "old", 0, usize::MAX).await?.check();
    newer.stop().await?;
    older.stop().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_can_be_used_again_once_its_order_is_deleted() -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let (url, stream) = (format!("nats:nats://{}", servers.nats), format!("reused-{}", port()));
    let config = || config(&[("URL", &url)], &[("STREAM", &stream), ("PRUNE_AFTER", "4s")]);
    let (cluster, worker) = (Cluster::connect(config(), |runner| runner).await?, serve::<old::Versioned>(config()));
    for text in ["a", "b"] {
        let start = Instant::now();
        assert!(cluster.start(old::versioned(text.into())).run_id("weekly").await?.is_new);
        assert_eq!(cluster.output::<old::Versioned>("weekly").await?.text, format!("{text} first"));
        Seen::read(&cluster, "weekly", 0, usize::MAX).await?.check();
        // The order is deleted before the end of the run is.
        while cluster.events("weekly", 0).await.is_ok() {
            assert!(start.elapsed() < SOON, "the order is kept");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
    worker.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_with_small_messages_carry_runs() -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let address = format!("127.0.0.1:{}", port());
    let small = format!("listen: \"{address}\"\nmax_payload: 4096\njetstream {{ store_dir: \"./nats-small\" }}\n");
    let _nats = servers.start_nats_with("small", &small);
    wait_for("NATS", || listens(&address));
    let machines = Machines::with(Engine::Nats, servers, 1, &address, "20s").await;
    let expected = digest_all(30, 0).execute().await?;
    machines.cluster.start(digest_all(30, 0)).run_id("small").await?;
    assert_eq!(machines.cluster.output::<DigestAll>("small").await?.report, expected.report);
    Seen::read(&machines.cluster, "small", 0, usize::MAX).await?.check();
    drop(machines);

    // The record of the step before the map is larger than a message.
    let spread = "spread = [\"docs\"]";
    let machines = Machines::configured(Engine::Nats, servers, 1, &address, spread, "").await;
    let expected = digest_all(120, 0).execute().await?;
    machines.cluster.start(digest_all(120, 0)).run_id("spread").await?;
    let output = tokio::time::timeout(Duration::from_mins(1), machines.cluster.output::<DigestAll>("spread")).await??;
    assert_eq!(output.report, expected.report);
    Ok(())
}

/// A worker in this process.
struct Serving {
    stop: oneshot::Sender<()>,
    worker: JoinHandle<Result<(), runnable_cluster::ClusterError>>,
}

impl Serving {
    async fn stop(self) -> Result<(), Box<dyn std::error::Error>> {
        drop(self.stop);
        Ok(tokio::time::timeout(SOON, self.worker).await???)
    }
}

fn serve<P: runnable::runner::Runnable>(config: Config) -> Serving {
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = Worker::new(config).pipeline::<P>().serve_until(async move { drop(stopped.await) });
    Serving { stop, worker: tokio::spawn(serving) }
}

/// Returns a configuration with these keys of the sections `[engine]` and `[events]`.
fn config(engine: &[(&str, &str)], events: &[(&str, &str)]) -> Config {
    let name = |section: &str, key: &str| format!("RUNNABLE_{section}__{key}");
    let engine = engine.iter().map(|(key, value)| (name("ENGINE", key), (*value).to_owned()));
    let events = events.iter().map(|(key, value)| (name("EVENTS", key), (*value).to_owned()));
    let environment: Environment = engine.chain(events).collect();
    Config::builder().environment(&environment).build().expect("a configuration")
}

async fn refused(engine: &[(&str, &str)], events: &[(&str, &str)]) -> (ClusterErrorKind, String) {
    let result = Cluster::connect(config(engine, events), |runner| runner).await;
    let error = result.map(drop).expect_err("the cluster cannot be used");
    (error.kind(), error.to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_of_the_other_engine_are_refused() {
    let url = ("URL", "nats:nats://127.0.0.1:1");
    for (engine, events, key) in [
        (vec![url], vec![("URL", "nats://127.0.0.1:1")], "remove `events.url`"),
        (vec![url, ("ADMIN", "http://127.0.0.1:1")], vec![], "`engine.admin`"),
        (vec![url, ("ADVERTISE", "http://127.0.0.1:1")], vec![], "`engine.advertise`"),
    ] {
        let (kind, text) = refused(&engine, &events).await;
        assert_eq!(kind, ClusterErrorKind::Config, "{text}");
        assert!(text.contains(key) && text.contains("\nhelp: "), "{text}");
        // A worker does not wait for servers that it cannot use.
        let worker = Worker::new(config(&engine, &events)).pipeline::<Hundred>().serve().await;
        assert_eq!(worker.expect_err("the settings are refused").to_string(), text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_that_cannot_be_the_engine_are_clear_errors() {
    let Some(servers) = servers() else { return };
    let port = port();
    let address = format!("127.0.0.1:{port}");
    let (kind, text) = refused(&[("URL", &format!("nats:nats://me:hunter2@{address}"))], &[]).await;
    assert_eq!(kind, ClusterErrorKind::Unreachable, "{text}");
    assert!(text.contains("check `engine.url`") && !text.contains("hunter2"), "{text}");
    let nats = servers.start_nats_with("plain", &format!("listen: \"{address}\"\n"));
    wait_for("NATS", || listens(&address));
    let (kind, text) = refused(&[("URL", &format!("nats:nats://{address}"))], &[]).await;
    assert_eq!(kind, ClusterErrorKind::Config, "{text}");
    assert!(text.contains("help: start them with `--jetstream`"), "{text}");
    drop(nats);
    let secured = format!(
        "listen: \"{address}\"\njetstream {{ store_dir: \"./nats-engine\" }}\nauthorization {{ user: me, password: right }}\n"
    );
    let _nats = servers.start_nats_with("engine", &secured);
    wait_for("NATS", || listens(&address));
    let (kind, text) = refused(&[("URL", &format!("nats:nats://me:hunter2@{address}"))], &[]).await;
    assert_eq!(kind, ClusterErrorKind::Denied, "{text}");
    assert!(text.contains("into `engine.url`") && !text.contains("hunter2"), "{text}");
    let right = format!("nats:nats://me:right@{address}");
    let (kind, text) = refused(&[("URL", &right)], &[("REPLICAS", "3")]).await;
    assert_eq!(kind, ClusterErrorKind::Config, "{text}");
    assert!(text.contains("`events.replicas` (3)"), "{text}");
    Cluster::connect(config(&[("URL", &right)], &[]), |runner| runner).await.expect("the right credentials");
    // Another cluster, whose events are in the queue of the first.
    let (kind, text) = refused(&[("URL", &right)], &[("STREAM", "runnable-work")]).await;
    assert_eq!(kind, ClusterErrorKind::Config, "{text}");
    assert!(text.contains("`runnable-work` has other settings") && text.contains("`retention` is"), "{text}");
}
