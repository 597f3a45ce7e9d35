//! The configuration of workers, and their start.

use super::{Engine, Machines, Worker};
use crate::{
    balancer::Balancer,
    servers::{Servers, port},
};
use runnable::runner::Config;
use runnable_cluster::Cluster;
use std::{fs, sync::Arc};

/// Workers that are to be started.
pub(crate) struct Setup<'s> {
    engine: Engine,
    servers: &'s Servers,
    program: &'static str,
    /// The build of each worker.
    builds: Vec<&'static str>,
    nats: String,
    ingress: String,
    settings: String,
    sections: String,
    has_run_log: bool,
}

impl<'s> Setup<'s> {
    pub(crate) fn new(engine: Engine, servers: &'s Servers, workers: usize) -> Self {
        Self {
            engine,
            servers,
            program: env!("CARGO_BIN_EXE_clustered"),
            builds: vec!["old"; workers],
            nats: servers.nats.clone(),
            ingress: servers.ingress.clone(),
            settings: String::new(),
            sections: String::new(),
            has_run_log: true,
        }
    }

    /// Sets the program of the workers.
    pub(crate) fn program(self, program: &'static str) -> Self {
        Self { program, ..self }
    }

    /// Starts a worker of each of these builds.
    pub(crate) fn builds(self, builds: &[&'static str]) -> Self {
        Self { builds: builds.to_vec(), ..self }
    }

    /// Sets the address of NATS.
    pub(crate) fn nats(self, nats: &str) -> Self {
        Self { nats: nats.to_owned(), ..self }
    }

    /// Sets the address at which the workers reach Restate.
    pub(crate) fn ingress(self, ingress: &str) -> Self {
        Self { ingress: ingress.to_owned(), ..self }
    }

    /// Sets the settings of the engine.
    pub(crate) fn settings(self, settings: &str) -> Self {
        Self { settings: settings.to_owned(), ..self }
    }

    /// Adds sections to the configuration.
    pub(crate) fn sections(self, sections: &str) -> Self {
        Self { sections: sections.to_owned(), ..self }
    }

    /// Copies no run into a run log.
    #[allow(dead_code, reason = "the bench uses it")]
    pub(crate) fn without_run_log(self) -> Self {
        Self { has_run_log: false, ..self }
    }

    /// Returns the configuration of a worker, or of a client. `listen` is the worker's port, and `through` is the balancer.
    pub(crate) fn config(&self, stream: &str, listen: u16, through: &str) -> String {
        let Self { servers, nats, ingress, settings, sections, .. } = self;
        let urls = match self.engine {
            Engine::Restate => format!(
                "url = \"restate:http://{ingress}\"\nadmin = \"http://{}\"\nlisten = \"127.0.0.1:{listen}\"\n\
                 advertise = \"http://{through}\"\n[events]\nurl = \"nats://{nats}\"\n",
                servers.admin,
            ),
            Engine::Nats => format!("url = \"nats:nats://{through}\"\n[events]\n"),
        };
        format!("[engine]\n{settings}\n{urls}stream = \"{stream}\"\n{sections}")
    }

    pub(crate) async fn start(self) -> Machines {
        let turn = Arc::clone(&self.servers.turn).lock_owned().await;
        let folder = tempfile::tempdir().expect("a folder");
        let ports: Vec<_> = self.builds.iter().map(|_| port()).collect();
        // A stream of its own: the workers of another test do not take its runs.
        let stream = format!("test-{}", ports[0]);
        let file = folder.path().join("runs.db");
        let run_log =
            if self.has_run_log { format!("[run-log]\nurl = \"sqlite:{}\"\n", file.display()) } else { String::new() };
        let mut builds = self.builds.clone();
        builds.dedup();
        let mut balancers = Vec::new();
        for build in &builds {
            let of_build = ports.iter().zip(&self.builds).filter(|(_, of)| *of == build);
            balancers.push(match self.engine {
                Engine::Restate => {
                    Balancer::start(of_build.map(|(port, _)| format!("127.0.0.1:{port}")).collect()).await
                }
                Engine::Nats => Balancer::start(vec![self.nats.clone()]).await,
            });
        }
        let mut workers = Vec::new();
        for (number, (build, listen)) in self.builds.iter().zip(&ports).enumerate() {
            let path = folder.path().join(format!("worker{number}.toml"));
            let through = builds.iter().position(|of| of == build).map_or(0, |number| number);
            let config = self.config(&stream, *listen, &balancers[through].address);
            fs::write(&path, run_log.clone() + &config).expect("the configuration can be written");
            workers.push(Worker::start(self.program, path, build));
        }
        let client = Config::from_file(&workers[0].config).expect("a configuration");
        let cluster = Cluster::connect(client, |runner| runner).await.expect("a client");
        let balancer = balancers.remove(0);
        let machines = Machines {
            cluster,
            balancer,
            _balancers: balancers,
            folder,
            engine: self.engine,
            admin: self.servers.admin.clone(),
            program: self.program,
            workers,
            _turn: turn,
        };
        machines.ready().await;
        machines
    }
}
