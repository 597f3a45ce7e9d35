//! Behaviours 6 to 10 of the system that this one re-creates, but for what is tested elsewhere: 6 in `config.rs` and `parameters.rs`,
//! 7 in `recorded.rs`, 8 in `resume.rs`, 9 in `files.rs`.

use super::*;
use runnable::runner::Environment;

#[tokio::test]
async fn the_id_of_a_run_is_the_one_said_or_else_that_of_the_environment_or_else_a_new_one() {
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
