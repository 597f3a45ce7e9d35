//! A service on a port of its own.

use crate::client::{Answer, Block, Blocks, Client};
use runnable_cluster::Cluster;
use runnable_http::{RunSource, Service, service};
use runnable_tests_cluster::{Broken, DigestAll, Fan, Flood, Hundred, Large, Shout, Wait};
use serde_json::Value;
use std::{net::SocketAddr, time::Duration};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};

pub(super) struct Server {
    pub(super) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl Server {
    pub(super) async fn start(cluster: &Cluster) -> Self {
        Self::with(cluster.clone(), |service| service).await
    }

    pub(super) async fn with(runs: impl Into<RunSource>, change: impl FnOnce(Service) -> Service) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let service = service(runs)
            .pipeline::<DigestAll>()
            .pipeline::<Hundred>()
            .pipeline::<Fan>()
            .pipeline::<Flood>()
            .pipeline::<Broken>()
            .pipeline::<Wait>()
            .pipeline::<Large>()
            .pipeline::<Shout>();
        let (service, (stop, stopped)) = (change(service), oneshot::channel::<()>());
        let task = tokio::spawn(async move {
            let stopped = async { drop(stopped.await) };
            service.serve_on(listener, stopped).await.expect("it serves");
        });
        Self { address, stop: Some(stop), task }
    }

    pub(super) async fn ask(&self, request: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        Client::connect(self.address).await.ask(request, headers, body).await
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), &[], "").await
    }

    pub(super) async fn post(&self, path: &str, body: &str) -> Answer {
        self.ask(&format!("POST {path}"), &[], body).await
    }

    /// Starts a run and returns its id.
    pub(super) async fn begin(&self, pipeline: &str, body: &Value) -> String {
        let request = format!("POST /pipelines/{pipeline}");
        let answer = self.ask(&request, &[("prefer", "respond-async")], &body.to_string()).await;
        assert_eq!(answer.status, 202, "{}", answer.body);
        answer.json()["id"].as_str().expect("an id").to_owned()
    }

    /// Returns all events of a run.
    pub(super) async fn blocks(&self, run: &str) -> Vec<Block> {
        let answer = self.get(&format!("/runs/{run}/events")).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        Blocks::of(&answer.body)
    }

    /// Waits until a run has this status.
    pub(super) async fn until(&self, run: &str, status: &str) -> Value {
        for _ in 0..500 {
            let answer = self.get(&format!("/runs/{run}")).await.json();
            if answer["status"] == status {
                return answer;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the run is not {status}");
    }

    pub(super) async fn stop(mut self) {
        drop(self.stop.take());
        self.task.await.expect("it stops");
    }
}
