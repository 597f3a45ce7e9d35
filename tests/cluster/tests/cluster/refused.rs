//! Servers that a cluster cannot use.

use crate::servers::{listens, port, servers, wait_for};
use runnable::runner::{Config, Environment};
use runnable_cluster::{Cluster, ClusterErrorKind, Worker};
use runnable_tests_cluster::{Hundred, hundred};
use std::time::{Duration, Instant};

/// Connects with these variables of the configuration and returns the error.
async fn refused(variables: &[(&str, &str)]) -> (ClusterErrorKind, String) {
    let config = Config::builder().environment(&variables.iter().copied().collect()).build();
    let result = Cluster::connect(config.expect("a configuration"), |runner| runner).await;
    let error = result.map(drop).expect_err("the cluster cannot be used");
    (error.kind(), error.to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_configuration_that_lacks_a_server_says_which_key_to_set() {
    let (kind, text) = refused(&[]).await;
    assert_eq!(kind, ClusterErrorKind::Config);
    assert!(text.contains("help: set `url` in the section `[engine]`"), "{text}");
    let engine = ("RUNNABLE_ENGINE__URL", "restate:http://127.0.0.1:1");
    let (_, text) = refused(&[engine]).await;
    assert!(text.contains("help: set `admin` in the section `[engine]`"), "{text}");
    let admin = ("RUNNABLE_ENGINE__ADMIN", "http://127.0.0.1:1");
    let (_, text) = refused(&[engine, admin]).await;
    assert!(text.contains("help: set `url` in the section `[events]`"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_that_cannot_be_reached_are_named_without_their_passwords() {
    let nats = format!("nats://me:hunter2@127.0.0.1:{}", port());
    let variables = [
        ("RUNNABLE_ENGINE__URL", "restate:http://127.0.0.1:1"),
        ("RUNNABLE_ENGINE__ADMIN", "http://127.0.0.1:1"),
        ("RUNNABLE_EVENTS__URL", &*nats),
    ];
    let (kind, text) = refused(&variables).await;
    assert_eq!(kind, ClusterErrorKind::Unreachable);
    assert!(text.contains("me:***@127.0.0.1") && text.contains("\nhelp: ") && !text.contains("hunter2"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_credentials_and_other_settings_of_nats_are_clear_errors() {
    let Some(servers) = servers() else { return };
    let port = port();
    let address = format!("127.0.0.1:{port}");
    let config = format!(
        "listen: \"{address}\"\njetstream {{ store_dir: \"./nats-secured\" }}\nauthorization {{ user: me, password: \"ri@ht\" }}\n"
    );
    let _nats = servers.start_nats_with("secured", &config);
    wait_for("NATS", || listens(&address));
    let engine = format!("restate:http://{}", servers.ingress);
    let admin = format!("http://{}", servers.admin);
    let with = |url: String, replicas: &'static str| {
        let (engine, admin) = (engine.clone(), admin.clone());
        async move {
            let variables = [
                ("RUNNABLE_ENGINE__URL", &*engine),
                ("RUNNABLE_ENGINE__ADMIN", &*admin),
                ("RUNNABLE_EVENTS__URL", &*url),
                ("RUNNABLE_EVENTS__REPLICAS", replicas),
            ];
            refused(&variables).await
        }
    };
    let (kind, text) = with(format!("nats://me:wrong@{address}"), "1").await;
    assert_eq!(kind, ClusterErrorKind::Denied, "{text}");
    assert!(text.contains("\nhelp: ") && !text.contains("wrong"), "{text}");
    // One server cannot keep three copies.
    let (kind, text) = with(format!("nats://me:ri%40ht@{address}"), "3").await;
    assert_eq!(kind, ClusterErrorKind::Config, "{text}");
    assert!(text.contains("`events.replicas` (3)"), "{text}");
    // The stream of another program.
    let right = format!("nats://me:ri%40ht@{address}");
    let variables =
        [("RUNNABLE_ENGINE__URL", &*engine), ("RUNNABLE_ENGINE__ADMIN", &*admin), ("RUNNABLE_EVENTS__URL", &*right)];
    let environment = Environment::from_iter(variables);
    let config = Config::builder().environment(&environment).build().expect("a configuration");
    Cluster::connect(config, |runner| runner).await.expect("the right credentials");
    let other = [variables.as_slice(), &[("RUNNABLE_EVENTS__PRUNE_AFTER", "1h")]].concat();
    let (kind, text) = refused(&other).await;
    assert_eq!(kind, ClusterErrorKind::Config, "{text}");
    assert!(text.contains("`max_age` is") && text.contains("\nhelp: "), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_without_the_right_to_publish_is_a_clear_error_at_once() -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let port = port();
    let address = format!("127.0.0.1:{port}");
    let config = format!(
        "listen: \"{address}\"\njetstream {{ store_dir: \"./nats-rights\" }}\nauthorization {{ users: [\n\
         {{ user: all, password: pw }}\n\
         {{ user: reads, password: pw, permissions: {{ publish: [\"$JS.API.>\"], subscribe: [\">\"] }} }}\n\
         {{ user: none, password: pw, permissions: {{ publish: [\"other\"], subscribe: [\">\"] }} }}\n] }}\n"
    );
    let _nats = servers.start_nats_with("rights", &config);
    wait_for("NATS", || listens(&address));
    let connect = async |user: &str| {
        let url = format!("nats:nats://{user}:pw@{address}");
        let environment = Environment::from_iter([("RUNNABLE_ENGINE__URL", &*url)]);
        let config = Config::builder().environment(&environment).build().expect("a configuration");
        Cluster::connect(config, |runner| runner).await
    };
    connect("all").await?;
    let start = Instant::now();
    let refused = [
        connect("none").await.map(drop).expect_err("no rights"),
        connect("reads").await?.start(hundred(1)).await.map(drop).expect_err("no right to publish"),
    ];
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    for error in refused {
        assert_eq!(error.kind(), ClusterErrorKind::Denied, "{error:?}");
        assert!(error.to_string().contains("lacks a right") && error.to_string().contains("\nhelp: "), "{error}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_without_pipelines_or_on_a_port_that_is_taken_does_not_start() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address").to_string();
    let variables = [
        ("RUNNABLE_ENGINE__URL", "restate:http://127.0.0.1:1"),
        ("RUNNABLE_ENGINE__ADMIN", "http://127.0.0.1:1"),
        ("RUNNABLE_ENGINE__LISTEN", &*address),
    ];
    let config = || Config::builder().environment(&Environment::from_iter(variables)).build().expect("a configuration");
    let error = Worker::new(config()).serve().await.expect_err("no pipelines");
    assert!(error.to_string().contains("help: add them: `.pipeline::<P>()`"), "{error}");
    let error = Worker::new(config()).pipeline::<Hundred>().serve().await.expect_err("the port is taken");
    assert!(error.to_string().contains(&address) && error.to_string().contains("`engine.listen`"), "{error}");
}
