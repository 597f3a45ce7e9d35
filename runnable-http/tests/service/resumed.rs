//! Interrupted runs that a service resumes without a request, wherever its routes are.

use super::{Client, Server, tasks};
use axum::Router;
use runnable::{runner::Runner, store::RunStatus};
use runnable_http::{Service, ServiceHandle, service};
use std::time::Duration;
use tempfile::TempDir;

/// Returns the URL of a run log, and an interrupted run in that log.
async fn interrupted() -> (TempDir, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("runs.db").display());
    let server = Server::of(runner(&url).await, |service| service.drain(Duration::ZERO)).await;
    let run = server.begin("narrate", r#"{"words":["a","b"],"tone":"loud","pause_ms":300}"#).await;
    server.stop().await;
    (folder, url, run)
}

async fn runner(url: &str) -> Runner {
    Runner::builder().run_log(url).build().await.expect("a runner")
}

async fn status(runner: &Runner, run: &str) -> RunStatus {
    runner.log().expect("a log").run(run).await.expect("it is read").expect("the run").status
}

/// Waits until the run has succeeded.
async fn is_resumed(runner: &Runner, run: &str) {
    for _ in 0..500 {
        if status(runner, run).await == RunStatus::Succeeded {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the run was not resumed");
}

/// A server that has the routes of a service at some path.
type Mount = fn(Service) -> (Router, Option<ServiceHandle>);

#[tokio::test]
async fn interrupted_runs_are_resumed_wherever_the_router_is_mounted() {
    let mounts: [Mount; 4] = [
        |service| {
            let (router, handle) = service.into_router();
            (router, Some(handle))
        },
        |service| (Router::new().merge(service), None),
        |service| (Router::new().nest("/api", service.into()), None),
        |service| {
            let (router, handle) = service.into_router();
            (Router::new().nest("/a", Router::new().nest("/b", router)), Some(handle))
        },
    ];
    for mount in mounts {
        let (_folder, url, run) = interrupted().await;
        let runner = runner(&url).await;
        let mounted = mount(tasks::served(service(runner.clone())).resume_interrupted());
        is_resumed(&runner, &run).await;
        drop(mounted);
    }
}

#[tokio::test]
async fn a_router_that_was_made_outside_of_a_runtime_resumes_runs_with_its_first_request() {
    let (_folder, url, run) = interrupted().await;
    let runner = runner(&url).await;
    let service = tasks::served(service(runner.clone())).resume_interrupted();
    let (router, _handle) = std::thread::spawn(|| service.into_router()).join().expect("a router");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, router).await });
    assert_eq!(Client::connect(address).await.ask("GET /healthz", &[], "").await.status, 200);
    is_resumed(&runner, &run).await;
}

#[tokio::test]
async fn a_service_that_was_dropped_resumes_nothing() {
    let (_folder, url, run) = interrupted().await;
    let runner = runner(&url).await;
    drop(tasks::served(service(runner.clone())).resume_interrupted().into_router());
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(status(&runner, &run).await, RunStatus::Interrupted);
    // Without `resume_interrupted` a router leaves runs as they are.
    let _router = tasks::served(service(runner.clone())).into_router();
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(status(&runner, &run).await, RunStatus::Interrupted);
}

mod other {
    use runnable::prelude::*;

    /// Has the name of another task.
    #[task(returns = [text])]
    pub(super) async fn local() -> String {
        String::new()
    }
}

#[tokio::test]
#[should_panic(expected = "the service has two pipelines with the name `local`\nhelp: rename one of them")]
async fn two_pipelines_of_one_name_are_refused() {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    let _ = tasks::served(service(runner)).pipeline::<other::Local>();
}
