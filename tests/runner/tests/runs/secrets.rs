//! Secrets stay secret.

use super::*;
use futures_util::StreamExt;
use runnable::store::{
    OverflowPolicy,
    secrets::{Fixed, Secrets},
};

const KEY: &str = "k-0123456789-\"quoted\"";

#[derive(Debug, Clone, TaskEvent)]
enum Call {
    Status { status: String },
    Done { answer: String },
}

/// Leaks its secret in every way that it can.
#[task(returns = [answer])]
fn leaks(api_key: Secret<String>, fail: bool) -> impl Stream<Item = Result<Call, String>> {
    try_stream! {
        yield Call::Status { status: format!("using {}", api_key.expose()) };
        if fail {
            Err(format!("refused: {}", api_key.expose()))?;
        }
        yield Call::Done { answer: format!("{api_key:?} is {}", api_key.expose()) };
    }
}

#[task(returns = [n])]
async fn needs(answer: String, database_url: Secret<String>) -> Result<usize, String> {
    let _ = answer;
    panic!("cannot reach {}", database_url.expose())
}

pipeline! {
    fn calls(fail: bool) { leaks >> needs }
}

fn leaked(text: &str) -> bool {
    ["k-0123456789", "postgres-password"].iter().any(|secret| text.contains(secret))
}

#[tokio::test]
async fn a_secret_never_appears_in_the_log_in_events_in_errors_or_in_debug_output() {
    let secrets = Secrets::new()
        .with_source(Fixed::new().with("api_key", KEY).with("database_url", "db://postgres-password@host"));
    let runner = Runner::builder().run_log("memory:").secrets(secrets).build().await.expect("a runner");
    assert!(!leaked(&format!("{runner:?}")));
    for fail in [true, false] {
        let id = format!("leaks {fail}");
        let error = runner.run(calls(fail)).run_id(&*id).await.expect_err("it fails");
        assert!(format!("{error:#}").contains("***"), "{error}");
        assert!(!leaked(&format!("{error} {error:?}")), "{error:?}");
        let log = runner.log().expect("a log");
        let run = log.run(&id).await.expect("it can be read").expect("it is there");
        let steps = log.steps(&id).await.expect("it can be read");
        let events: Vec<_> = runner.events(&id, 0, OverflowPolicy::Block).expect("a log").collect().await;
        let all: Vec<_> =
            events.iter().map(|event| serde_json::to_string(event.as_ref().expect("it can be read"))).collect();
        assert!(!leaked(&format!("{run:?} {steps:?} {all:?} {log:?}")));
        assert!(format!("{all:?}").contains("using ***"), "{all:?}");
    }
}

#[task(returns = [code, kept])]
async fn numbers(pin: Secret<String>) -> (u64, u64) {
    (pin.expose().parse().unwrap_or_default(), 7)
}

#[tokio::test]
async fn a_numeric_secret_is_redacted_and_the_text_around_it_stays() {
    let secrets = Secrets::new().with_source(Fixed::new().with("pin", "987654321"));
    let runner = Runner::builder().run_log("memory:").secrets(secrets).build().await.expect("a runner");
    runner.run(Numbers {}).run_id("numbers").await.expect("it succeeds");
    let output = record(&runner, "numbers").await.output.expect("it has one");
    assert_eq!(output.get(), r#"{"code":"***","kept":7}"#);
}

#[task]
async fn asks(no_such_key: Secret<String>) {
    drop(no_such_key);
}

#[tokio::test]
async fn a_missing_secret_fails_the_step_and_the_error_names_the_places_searched() {
    let runner = Runner::builder().build().await.expect("a runner");
    let error = runner.run(Asks {}).await.expect_err("it is missing");
    assert!(format!("{error:#}").contains("NO_SUCH_KEY"), "{error}");
}
