//! Runs in PostgreSQL.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn another_runner_resumes_a_run_on_postgres() {
    let Some(url) = server::database("runner").await else { return };
    let runner = || async { Runner::builder().run_log(&url).build().await.expect("a runner") };
    let name = unique("postgres");
    break_at(&format!("{name}/count"));
    let first = runner().await;
    first.run(work(name.clone(), vec![2])).run_id(&*name).await.expect_err("it is broken");
    first.shutdown().await.expect("it stops");
    mend(&format!("{name}/count"));
    let second = runner().await;
    let output = second.resume::<Work>(&name).await.expect("it resumes");
    assert_eq!(output.sum, 4);
    assert_eq!(done(&format!("{name}/write")), 1);
    assert_eq!(record(&second, &name).await.status, runnable::store::RunStatus::Succeeded);
}
