use super::Server;
use std::time::Duration;

#[tokio::test]
async fn active_runs_are_waited_for() {
    let server = Server::start().await;
    let body = r#"{"words":["a","b"],"tone":"loud","pause_ms":200}"#;
    let mut client = server.client().await;
    client.send("POST /pipelines/narrate", &[], body).await;
    client.head().await;
    let runner = server.runner.clone();
    let address = server.address;
    let refused = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let mut late = super::Client::connect(address).await;
        assert_eq!(late.ask("POST /pipelines/narrate", &[], body).await.problem(503), "stopping");
        assert_eq!(super::Client::connect(address).await.ask("GET /healthz", &[], "").await.problem(503), "stopping");
    };
    let reading = async {
        let mut text = String::new();
        while let Ok(Some(chunk)) = client.chunk().await {
            text.push_str(std::str::from_utf8(&chunk).expect("UTF-8"));
        }
        text
    };
    let ((), text, ()) = tokio::join!(server.stop(), reading, refused);
    assert!(text.contains("\"narration\":\"A B\""), "{text}");
    let runs = runner.log().expect("a log").runs(&runnable::store::RunFilter::new()).await;
    assert_eq!(runs.expect("runs")[0].status.name(), "succeeded");
}

#[tokio::test]
async fn runs_that_take_too_long_are_left_to_be_resumed() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("runs.db").display());
    let runner = async || runnable::runner::Runner::builder().run_log(&url).build().await.expect("a runner");
    let server = Server::of(runner().await, |service| service.drain(Duration::ZERO)).await;
    let body = r#"{"words":["a","b","c"],"tone":"loud","pause_ms":300}"#;
    let run = server.begin("narrate", body).await;
    let mut client = server.client().await;
    client.send(&format!("GET /runs/{run}/events"), &[], "").await;
    client.head().await;
    let began = std::time::Instant::now();
    server.stop().await;
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
    let mut text = String::new();
    let cut = loop {
        match client.chunk().await {
            Ok(Some(chunk)) => text.push_str(std::str::from_utf8(&chunk).expect("UTF-8")),
            Ok(None) => break false,
            Err(()) => break true,
        }
    };
    assert!(cut && !text.contains("run.finished"), "a reader took it for the whole: {text}");

    let server = Server::of(runner().await, |service| service).await;
    server.until(&run, "interrupted").await;
    let rest = server.post(&format!("/runs/{run}/resume"), "").await;
    assert!(rest.body.contains("\"narration\":\"A B C\""), "{}", rest.body);
}
