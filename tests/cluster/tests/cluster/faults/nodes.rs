//! Three servers of each kind, and the death of a server of each kind.

use super::{check, rounds};
use crate::{
    machines::{Engine, Setup},
    servers::{Servers, servers},
};
use runnable::prelude::*;
use runnable_tests_cluster::digest_all;
use std::time::Duration;

/// In a whole soak only: the servers take long to start.
#[tokio::test(flavor = "multi_thread")]
async fn a_run_survives_the_loss_of_a_server_of_each_kind_and_a_worker() -> Result<(), Box<dyn std::error::Error>> {
    if rounds() < 50 || servers().is_none() {
        return Ok(());
    }
    let (servers, mut restate, mut nats) = Servers::three().expect("the servers are installed");
    let settings = "spread = [\"docs\"]\nlease = \"2s\"";
    let setup = Setup::new(Engine::Restate, &servers, 2).settings(settings);
    let mut machines = setup.sections("replicas = 3\n").start().await;
    let expected = digest_all(20, 60).execute().await?;
    machines.cluster.start(digest_all(20, 60)).run_id("three").await?;
    for pause in [300, 300, 300] {
        tokio::time::sleep(Duration::from_millis(pause)).await;
        // The first node has the admin server, whose address is configured.
        match (restate.len(), nats.len()) {
            (3, _) => drop(restate.pop()),
            (_, 3) => drop(nats.pop()),
            _ => machines.kill(1),
        }
    }
    check(&machines, "three", &expected).await
}
