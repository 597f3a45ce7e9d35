//! Forks of runs.

use super::*;

#[tokio::test]
async fn a_fork_starts_at_its_step_with_the_earlier_results() {
    let (runner, name) = (runner().await, unique("fork"));
    let first = runner.run(work(name.clone(), vec![2, 3])).run_id(&*name).await.expect("it succeeds");
    let fork = unique("fork");
    let second = runner.fork::<Work>(&name, "factors").run_id(&*fork).await.expect("it succeeds");
    assert_eq!(first, second);
    assert_eq!((done(&format!("{name}/write")), done(&format!("{name}/count"))), (1, 1));
    assert_eq!((done(&format!("{name}/multiply/2")), done(&format!("{name}/add"))), (2, 2));
    let record = record(&runner, &fork).await;
    assert_eq!(record.parent.as_deref(), Some(&*name));
    assert_eq!(attempts(&runner, &fork).await, attempts(&runner, &name).await, "the log of the fork is complete");
}

#[tokio::test]
async fn forks_can_be_forked_and_resumed() {
    let (runner, name) = (runner().await, unique("fork"));
    runner.run(work(name.clone(), vec![2])).run_id(&*name).await.expect("it succeeds");
    break_at(&format!("{name}/add"));
    let fork = unique("fork");
    runner.fork::<Work>(&name, "add").run_id(&*fork).await.expect_err("it fails");
    mend(&format!("{name}/add"));
    assert_eq!(runner.resume::<Work>(&fork).await.expect("it resumes").sum, 4);
    assert_eq!(runner.fork::<Work>(&fork, "add").await.expect("it succeeds").sum, 4);
    assert_eq!((done(&format!("{name}/count")), done(&format!("{name}/add"))), (1, 4));
}

#[tokio::test]
async fn a_fork_at_a_step_that_has_not_started_is_refused() {
    let (runner, name) = (runner().await, unique("fork"));
    runner.run(work(name.clone(), vec![])).run_id(&*name).await.expect("it succeeds");
    let error = runner.fork::<Work>(&name, "nowhere").await.expect_err("the step does not exist");
    assert!(format!("{error:#}").contains("`nowhere`"), "{error}");
}
