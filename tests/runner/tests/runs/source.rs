//! Recorded runs with a `map` over a stream, which is made again if the run is resumed.

use super::*;
use runnable::{Error, ErrorKind};
use std::{collections::BTreeMap, time::Duration};
use tokio::time::sleep;

/// The number of rows of each source, and the row at which it fails, by the name of the test.
static ROWS: Mutex<BTreeMap<String, (u32, u32)>> = Mutex::new(BTreeMap::new());

fn set(name: &str, rows: u32, fails_at: u32) {
    ROWS.lock().expect("not poisoned").insert(name.to_owned(), (rows, fails_at));
}

/// Yields the rows of a test, each after it has waited: a source is seldom ready at once.
fn rows(name: &str) -> impl Stream<Item = Result<u32, String>> + use<> {
    let (rows, fails_at) = ROWS.lock().expect("not poisoned")[name];
    try_stream! {
        for row in 0..rows {
            sleep(Duration::from_millis(1)).await;
            if row == fails_at {
                Err(format!("row {row} cannot be read"))?;
            }
            yield row;
        }
        sleep(Duration::from_millis(1)).await;
    }
}

#[task]
async fn store(name: &str, row: u32) -> Result<(), String> {
    act(&format!("{name}/store/{row}"))
}

#[task(returns = [stored])]
async fn finish(name: &str) -> Result<u32, String> {
    act(&format!("{name}/finish"))?;
    Ok(1)
}

pipeline! {
    fn import(name: String, shift: u32) -> [stored] {
        map((rows(name)) as row, limit = 2) { store(row = row + shift) } >> finish
    }
}

fn changed(error: &Error, part: &str) {
    assert_eq!(error.kind(), ErrorKind::Changed, "{error:#}");
    assert!(format!("{error:#}").contains(part), "{error:#}");
}

/// Returns a runner, and the name of a run of `import` that has failed at this action.
async fn failed(what: &str, broken: &str) -> (Runner, String) {
    let (runner, name) = (runner().await, unique(what));
    set(&name, 6, u32::MAX);
    break_at(&format!("{name}/{broken}"));
    runner.run(import(name.clone(), 0)).run_id(&*name).await.map(drop).expect_err("it fails");
    mend(&format!("{name}/{broken}"));
    (runner, name)
}

#[tokio::test(start_paused = true)]
async fn a_resumed_run_makes_its_source_again_and_stores_only_the_missing_rows() {
    for broken in ["store/0", "store/4", "finish"] {
        let (runner, name) = failed("source", broken).await;
        runner.resume::<Import>(&name).await.expect("it resumes");
        for action in (0..6).map(|row| format!("store/{row}")).chain(["finish".to_owned()]) {
            let times = 1 + usize::from(action == broken);
            assert_eq!(done(&format!("{name}/{action}")), times, "{action}, after {broken}");
        }
        let paths: Vec<_> = steps(&runner, &name).await.into_iter().map(|step| step.path).collect();
        assert!(paths.contains(&"row[5]/store".to_owned()), "{paths:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_shorter_source_is_refused_before_a_step_runs() {
    let (runner, name) = failed("shorter", "finish").await;
    set(&name, 4, u32::MAX);
    let error = runner.resume::<Import>(&name).await.map(drop).expect_err("two rows are gone");
    changed(&error, "`row[4]/store`, `row[5]/store`");
    assert_eq!(done(&format!("{name}/finish")), 1);
    set(&name, 6, u32::MAX);
    runner.resume::<Import>(&name).await.expect("it is as before");
}

/// Rows that depend on something outside, by the name of the test.
fn shifted(name: &str) -> impl Stream<Item = Result<u32, String>> + use<> {
    use futures_util::StreamExt as _;
    let shift = u32::from(done(&format!("{name}/finish")) > 0);
    rows(name).map(move |row| row.map(|row| if row == 3 { row + shift } else { row }))
}

pipeline! {
    fn unstable(name: String) -> [stored] { map((shifted(name)) as row) { store } >> finish }
}

#[tokio::test(start_paused = true)]
async fn a_source_with_other_items_is_refused_with_the_path_of_the_item() {
    let (runner, name) = (runner().await, unique("unstable"));
    set(&name, 6, u32::MAX);
    break_at(&format!("{name}/finish"));
    runner.run(unstable(name.clone())).run_id(&*name).await.map(drop).expect_err("it fails");
    mend(&format!("{name}/finish"));
    let error = runner.resume::<Unstable>(&name).await.map(drop).expect_err("a row is another");
    changed(&error, "row[3]/store");
    assert_eq!(done(&format!("{name}/finish")), 1);
}

#[tokio::test(start_paused = true)]
async fn a_source_that_failed_continues_where_it_failed() {
    let (runner, name) = (runner().await, unique("broken"));
    set(&name, 6, 3);
    let error = runner.run(import(name.clone(), 0)).run_id(&*name).await.map(drop).expect_err("it fails");
    assert_eq!(format!("{error:#}"), "step `row` failed: row 3 cannot be read");
    set(&name, 6, u32::MAX);
    runner.resume::<Import>(&name).await.expect("it resumes");
    assert_eq!((0..6).map(|row| done(&format!("{name}/store/{row}"))).collect::<Vec<_>>(), [1; 6]);
}

#[task(returns = [stored])]
async fn give_up(name: &str) -> Result<u32, String> {
    act(&format!("{name}/give_up"))?;
    Ok(0)
}

pipeline! {
    fn recovers(name: String) -> [stored] {
        try { map((rows(name)) as row) { store } >> finish } else { give_up }
    }
}

#[tokio::test(start_paused = true)]
async fn a_recovery_from_a_source_is_resumed_if_the_source_fails_again() {
    let (runner, name) = (runner().await, unique("recovers"));
    set(&name, 6, 3);
    break_at(&format!("{name}/give_up"));
    runner.run(recovers(name.clone())).run_id(&*name).await.map(drop).expect_err("it fails");
    set(&name, 6, u32::MAX);
    mend(&format!("{name}/give_up"));
    let error = runner.resume::<Recovers>(&name).await.map(drop).expect_err("the body would succeed");
    assert_eq!(error.kind(), ErrorKind::Changed, "{error:#}");
    set(&name, 6, 3);
    assert_eq!(runner.resume::<Recovers>(&name).await.expect("it resumes").stored, 0);
    assert_eq!((0..3).map(|row| done(&format!("{name}/store/{row}"))).collect::<Vec<_>>(), [1; 3]);
}

/// Yields three rows, and then waits for more, which never come.
fn live() -> impl Stream<Item = u32> {
    use futures_util::{StreamExt as _, stream};
    stream::iter(0..3).chain(stream::pending())
}

pipeline! {
    fn watch(name: String) { map((live()) as row) { store } }
}

#[tokio::test(start_paused = true)]
async fn a_resumed_run_does_not_wait_for_further_items() {
    let (runner, name) = (runner().await, unique("live"));
    break_at(&format!("{name}/store/1"));
    runner.run(watch(name.clone())).run_id(&*name).await.expect_err("it fails");
    mend(&format!("{name}/store/1"));
    let resumed = tokio::time::timeout(Duration::from_mins(1), runner.resume::<Watch>(&name).into_future());
    assert!(resumed.await.is_err(), "the source never ends");
    assert_eq!((0..3).map(|row| done(&format!("{name}/store/{row}"))).collect::<Vec<_>>(), [1, 2, 1]);
}
