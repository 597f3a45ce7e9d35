//! Connections that are cut and stalled, between each pair of processes.

use super::check;
use crate::{
    balancer::Balancer,
    machines::{Engine, Machines, Setup, on_each_engine},
    servers::{Servers, servers},
};
use runnable::{prelude::*, runner::Config};
use runnable_cluster::Cluster;
use runnable_tests_cluster::digest_all;
use std::{fs, time::Duration};

on_each_engine!(a_run_survives_connections_that_stall_and_are_cut, a_run_survives_connections_that_are_silent_for_ever,);

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Workers with a proxy between each pair of processes.
struct Pairs {
    machines: Machines,
    proxies: Vec<(&'static str, Balancer)>,
}

impl Pairs {
    async fn start(engine: Engine, servers: &Servers) -> Result<Self, Box<dyn std::error::Error>> {
        let nats = async || Balancer::start(vec![servers.nats.clone()]).await;
        let ingress = async || Balancer::start(vec![servers.ingress.clone()]).await;
        let settings = "spread = [\"docs\"]\nlease = \"2s\"\nkeep-alive = \"2s\"";
        let (worker_nats, worker_ingress) = (nats().await, ingress().await);
        let setup = Setup::new(engine, servers, 2).settings(settings).ingress(&worker_ingress.address);
        let mut machines = match engine {
            Engine::Restate => setup.nats(&worker_nats.address).start().await,
            Engine::Nats => setup.start().await,
        };
        let (client_nats, client_ingress) = (nats().await, ingress().await);
        let of_workers = match engine {
            Engine::Restate => &worker_nats.address,
            Engine::Nats => &machines.balancer.address,
        };
        let config = fs::read_to_string(machines.config(0))?.replace(of_workers, &client_nats.address);
        let path = machines.folder.path().join("client.toml");
        fs::write(&path, config.replace(&worker_ingress.address, &client_ingress.address))?;
        machines.cluster = Cluster::connect(Config::from_file(&path)?, |runner| runner).await?;
        let mut proxies = vec![("client and NATS", client_nats)];
        if engine == Engine::Restate {
            proxies.push(("worker and NATS", worker_nats));
            proxies.push(("worker and engine", worker_ingress));
            proxies.push(("client and engine", client_ingress));
        }
        Ok(Self { machines, proxies })
    }

    fn all(&self) -> impl Iterator<Item = (&'static str, &Balancer)> {
        let own = ("engine and worker", &self.machines.balancer);
        self.proxies.iter().map(|(name, proxy)| (*name, proxy)).chain([own])
    }
}

async fn a_run_survives_connections_that_stall_and_are_cut(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let (pairs, expected) = (Pairs::start(engine, servers).await?, digest_all(6, 20).execute().await?);
    for (number, (name, proxy)) in pairs.all().enumerate() {
        let run = format!("stalled-{number}");
        pairs.machines.forget_starts();
        pairs.machines.cluster.start(digest_all(6, 20)).run_id(run.as_str()).await?;
        for pause in [80, 400, 150] {
            tokio::time::sleep(Duration::from_millis(pause)).await;
            match pause {
                80 => proxy.stall(),
                400 => proxy.resume(),
                _ => proxy.cut(),
            }
        }
        check(&pairs.machines, &run, &expected).await.map_err(|error| format!("{name}: {error:?}"))?;
    }
    Ok(())
}

async fn a_run_survives_connections_that_are_silent_for_ever(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let (pairs, expected) = (Pairs::start(engine, servers).await?, digest_all(6, 20).execute().await?);
    pairs.machines.cluster.start(digest_all(6, 20)).run_id("silent").await?;
    tokio::time::sleep(Duration::from_millis(120)).await;
    pairs.all().for_each(|(_, proxy)| proxy.silence());
    let start = std::time::Instant::now();
    check(&pairs.machines, "silent", &expected).await?;
    println!("silent for ever: {:?}", start.elapsed());
    Ok(())
}
