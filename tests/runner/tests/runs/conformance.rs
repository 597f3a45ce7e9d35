//! Ids of runs, and other behaviour that spans the runner.

use super::*;
use runnable::runner::Environment;

#[tokio::test]
async fn a_run_id_comes_from_code_then_the_environment_and_is_generated_otherwise() {
    let environment = Environment::from_iter([("RUNNABLE_RUN_ID", "from the environment")]);
    let runner = Runner::builder().run_log("memory:").environment(environment).build().await.expect("a runner");
    let run = runner.run(work(unique("id"), vec![])).run_id("said").streaming().await.expect("it starts");
    assert_eq!(run.id().to_string(), "said");
    run.output().await.expect("it succeeds");
    let run = runner.run(work(unique("id"), vec![])).streaming().await.expect("it starts");
    assert_eq!(run.id().to_string(), "from the environment");
    run.output().await.expect("it succeeds");
    let error = runner.run(work(unique("id"), vec![])).await.expect_err("it is taken");
    assert!(format!("{error:#}").contains("from the environment"), "{error}");

    let runner = self::runner().await;
    let run = runner.run(work(unique("id"), vec![])).streaming().await.expect("it starts");
    assert_eq!(run.id().to_string().len(), 26, "a ULID");
}
