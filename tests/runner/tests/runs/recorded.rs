//! The log of a run.

use super::*;
use runnable::store::{RunStatus, StepStatus};
use serde_json::{Value, json};

fn value(json: Option<&runnable::store::Json>) -> Value {
    serde_json::from_str(json.expect("it is recorded").get()).expect("it is JSON")
}

#[tokio::test]
async fn a_run_is_recorded_with_its_input_output_and_steps() {
    let (runner, name) = (runner().await, unique("recorded"));
    let output = runner.run(work(name.clone(), vec![2, 3])).run_id(&*name).tag("nightly").await.expect("it succeeds");
    assert_eq!(output.sum, 10);

    let run = record(&runner, &name).await;
    assert_eq!(
        (run.pipeline.as_str(), run.status, run.tag.as_deref()),
        ("work", RunStatus::Succeeded, Some("nightly"))
    );
    assert_eq!(value(Some(&run.input)), json!({"name": name, "factors": [2, 3]}));
    assert_eq!(value(run.output.as_ref()), json!({"text": "ab", "sum": 10}));
    assert!(run.ended.expect("it has ended") >= run.started);

    assert_eq!(
        attempts(&runner, &name).await,
        [
            "write#1 Succeeded",
            "count#1 Succeeded",
            "factors[0]/multiply#1 Succeeded",
            "factors[1]/multiply#1 Succeeded",
            "add#1 Succeeded"
        ]
    );
    let steps = steps(&runner, &name).await;
    assert_eq!(value(steps[1].inputs.as_ref()), json!({"name": name, "text": "ab"}));
    assert_eq!(value(steps[1].output.as_ref()), json!({"length": 2}));
    assert_eq!(value(steps[4].inputs.as_ref()), json!({"name": name, "many": [4, 6]}));
}

#[tokio::test]
async fn every_attempt_is_recorded_with_its_inputs_and_error() {
    static TRIES: AtomicU32 = AtomicU32::new(0);
    #[task(returns = [n], retry(3, backoff = std::iter::repeat_n(std::time::Duration::ZERO, 3)))]
    async fn third_time(n: u32) -> Result<u32, String> {
        if TRIES.fetch_add(1, Ordering::Relaxed) < 2 { Err("not yet".to_owned()) } else { Ok(n) }
    }
    let runner = runner().await;
    runner.run(ThirdTime { n: 7 }).run_id("tries").await.expect("it succeeds");
    assert_eq!(
        attempts(&runner, "tries").await,
        ["third_time#1 Failed", "third_time#2 Failed", "third_time#3 Succeeded"]
    );
    let steps = steps(&runner, "tries").await;
    assert!(steps.iter().all(|step| value(step.inputs.as_ref()) == json!({"n": 7})));
    assert_eq!(
        value(steps[0].error.as_ref()),
        json!({"code": "failed", "message": "not yet", "retryable": true, "max_attempts": 3})
    );
}

#[tokio::test]
async fn a_failed_run_is_recorded_with_its_error() {
    let (runner, name) = (runner().await, unique("fails"));
    break_at(&format!("{name}/count"));
    let error = runner.run(work(name.clone(), vec![])).run_id(&*name).await.expect_err("it fails");
    assert_eq!(error.path(), "count");
    let run = record(&runner, &name).await;
    assert_eq!(run.status, RunStatus::Failed);
    assert_eq!(value(run.error.as_ref())["message"], format!("{name}/count is broken"));
    assert_eq!(attempts(&runner, &name).await, ["write#1 Succeeded", "count#1 Failed"]);
}

#[tokio::test]
async fn a_panic_is_recorded_as_a_failed_step() {
    #[task(returns = [n])]
    async fn panics() -> u32 {
        panic!("oh no")
    }
    let runner = runner().await;
    runner.run(Panics {}).run_id("panics").await.expect_err("it fails");
    assert_eq!(record(&runner, "panics").await.status, RunStatus::Failed);
    let steps = steps(&runner, "panics").await;
    assert_eq!(steps[0].status, StepStatus::Failed);
    assert_eq!(
        value(steps[0].error.as_ref()),
        json!({"code": "panicked", "message": "panicked: oh no", "retryable": false})
    );
}

#[tokio::test]
async fn a_dropped_run_is_recorded_as_cancelled() {
    #[task(returns = [n])]
    async fn waits() -> u32 {
        std::future::pending().await
    }
    let runner = runner().await;
    let mut run = runner.run(Waits {}).run_id("dropped").streaming().await.expect("it starts");
    run.next().await.expect("it has begun");
    run.next().await.expect("the step has begun");
    assert!(tokio::time::timeout(std::time::Duration::from_millis(20), run.next()).await.is_err(), "it waits");
    drop(run);
    runner.shutdown().await.expect("all is written");
    assert_eq!(record(&runner, "dropped").await.status, RunStatus::Cancelled);
    assert_eq!(attempts(&runner, "dropped").await, ["waits#1 Cancelled"]);
}

#[tokio::test]
async fn a_run_id_cannot_be_used_twice_and_the_first_run_keeps_its_record() {
    let runner = runner().await;
    runner.run(work(unique("taken"), vec![])).run_id("taken").await.expect("it succeeds");
    let before = attempts(&runner, "taken").await;
    let error = runner.run(work(unique("taken"), vec![])).run_id("taken").await.expect_err("it is taken");
    assert_eq!(error.kind(), runnable::ErrorKind::NotStarted);
    assert!(format!("{error:#}").contains("`taken`"), "{error}");
    assert_eq!(attempts(&runner, "taken").await, before);
}

#[tokio::test]
async fn without_a_run_log_nothing_is_recorded() {
    let runner = Runner::builder().build().await.expect("a runner");
    let output = runner.run(work(unique("plain"), vec![1])).await.expect("it succeeds");
    assert_eq!(output.sum, 2);
    assert!(runner.log().is_err());
}

#[tokio::test]
async fn a_retry_without_options_uses_the_configuration() {
    #[task(retry)]
    async fn never(name: String) -> Result<(), String> {
        act(&format!("{name}/never"))
    }
    let mut config = runnable::runner::Config::default();
    config.retry.attempts = 5.try_into().expect("not 0");
    config.retry.backoff = std::time::Duration::from_millis(1);
    let runner = Runner::builder().config(config).build().await.expect("a runner");
    let name = unique("never");
    break_at(&format!("{name}/never"));
    let error = runner.run(Never { name: name.clone() }).await.expect_err("it fails");
    assert_eq!((error.attempts(), done(&format!("{name}/never"))), (5, 5));
}

#[tokio::test]
async fn a_run_records_its_code_identity_unless_disabled() {
    let builder = || Runner::builder().run_log("memory:").code(runnable::code_identity!());
    let runner = builder().build().await.expect("a runner");
    runner.run(work(unique("code"), vec![])).run_id("code").await.expect("it succeeds");
    let code = record(&runner, "code").await.code.expect("it is recorded");
    assert_eq!(code.name.as_deref(), Some("runnable-tests-runner"));
    assert_eq!(code.version.as_deref(), Some(env!("CARGO_PKG_VERSION")));
    assert!(code.git_sha.is_none_or(|sha| sha.len() == 40), "a commit, if the test runs in a repository");

    let mut config = runnable::runner::Config::default();
    config.run_log.code_identity = false;
    let runner = Runner::builder().config(config).run_log("memory:").build().await.expect("a runner");
    runner.run(work(unique("code"), vec![])).run_id("code").await.expect("it succeeds");
    assert!(record(&runner, "code").await.code.is_none());
}

#[tokio::test]
async fn an_empty_run_id_is_refused() {
    let runner = runner().await;
    let error = runner.run(work(unique("empty"), vec![])).run_id("").await.expect_err("it has no name");
    assert_eq!(error.kind(), runnable::ErrorKind::NotStarted);
    assert!(format!("{error:#}").contains("the id of the run is empty"), "{error:#}");
}
