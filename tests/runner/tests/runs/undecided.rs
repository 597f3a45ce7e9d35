//! Steps with `effect = "once"` that ended without a result of their own: their effect may have happened.

use super::*;
use runnable::{ErrorKind, store::catalog::CatalogStore};
use serde_json::json;
use std::time::Duration;

async fn forever() {
    tokio::time::sleep(Duration::from_hours(1)).await;
}

#[task(returns = [n], effect = "once", timeout = "20ms")]
async fn times_out(name: &str) -> Result<f64, String> {
    act(&format!("{name}/body"))?;
    forever().await;
    Ok(1.0)
}

#[task(returns = [n], effect = "once")]
async fn panics(name: &str) -> Result<f64, String> {
    act(&format!("{name}/body"))?;
    panic!("after its effect");
}

#[task(returns = [n], effect = "once")]
async fn returns_nan(name: &str) -> Result<f64, String> {
    act(&format!("{name}/body"))?;
    Ok(f64::NAN)
}

#[derive(Debug, TaskEvent)]
enum Paid {
    Sent { amount: f64 },
    Done { n: f64 },
}

#[task(returns = [n], effect = "once")]
fn ends_early(name: String) -> impl Stream<Item = Result<Paid, String>> {
    try_stream! {
        act(&format!("{name}/body"))?;
        yield Paid::Sent { amount: 1.0 };
    }
}

#[task(returns = [n], effect = "once")]
fn sends_nan(name: String) -> impl Stream<Item = Result<Paid, String>> {
    try_stream! {
        act(&format!("{name}/body"))?;
        yield Paid::Sent { amount: f64::NAN };
        yield Paid::Done { n: 1.0 };
    }
}

#[task(returns = [n], effect = "once", idle_timeout = "20ms")]
fn idles(name: String) -> impl Stream<Item = Result<Paid, String>> {
    try_stream! {
        act(&format!("{name}/body"))?;
        forever().await;
        yield Paid::Done { n: 1.0 };
    }
}

#[task(returns = [n], effect = "once", put = ["never-written.txt"])]
async fn writes_nothing(name: &str) -> Result<f64, String> {
    act(&format!("{name}/body"))?;
    Ok(1.0)
}

#[task(returns = [n])]
async fn after(n: f64) -> f64 {
    n + 1.0
}

/// Fails a step, resumes without a decision, and then decides.
macro_rules! undecided {
    ($runner:expr, $task:ident, $kind:ident) => {{
        pipeline! { fn whole(name: String) -> [n] { pay: $task >> after } }
        let (runner, name) = (&$runner, unique(stringify!($task)));
        let body = format!("{name}/body");
        let error = runner.run(whole(name.clone())).run_id(&*name).await.expect_err("it ends without a result");
        assert_eq!(error.kind(), ErrorKind::$kind, "{error:#}");
        for _ in 0..2 {
            let error = runner.resume::<Whole>(&name).await.expect_err("its effect may have happened");
            assert_eq!((error.kind(), error.path().to_string()), (ErrorKind::Interrupted, "pay".to_owned()), "{error:#}");
            let text = format!("{error:#}");
            assert!(text.contains("without a result (") && text.contains(".assume_done(\"pay\""), "{text}");
        }
        assert_eq!(done(&body), 1, "{name}");
        let again = runner.resume::<Whole>(&name).assume_retry("pay").await.expect_err("it ends as before");
        assert_eq!((again.kind(), done(&body)), (ErrorKind::$kind, 2), "{again:#}");
        let output = runner.resume::<Whole>(&name).assume_done("pay", json!({ "n": 5.0 })).await.expect("it is decided");
        assert_eq!((output.n, done(&body)), (6.0, 2));
        runner.log().expect("a log").check().await.expect("it is sound");
    }};
}

#[tokio::test]
async fn an_effect_that_may_have_happened_is_not_repeated_silently() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = folder.path().join("runs.db").display().to_string();
    let runner = Runner::builder().run_log(&url).catalog(CatalogStore::memory()).workspace(folder.path());
    let runner = runner.build().await.expect("a runner");
    undecided!(runner, times_out, TimedOut);
    undecided!(runner, panics, Panicked);
    undecided!(runner, returns_nan, BadReturn);
    undecided!(runner, ends_early, NoEndEvent);
    undecided!(runner, sends_nan, NotRecorded);
    undecided!(runner, idles, Idle);
    undecided!(runner, writes_nothing, NotStored);
}

#[tokio::test]
async fn a_step_without_an_effect_runs_again_after_a_timeout() {
    #[task(returns = [n], timeout = "20ms")]
    async fn slow(name: &str) -> Result<u32, String> {
        act(&format!("{name}/slow"))?;
        forever().await;
        Ok(1)
    }
    pipeline! { fn slowly(name: String) -> [n] { slow } }
    let (runner, name) = (runner().await, unique("slowly"));
    runner.run(slowly(name.clone())).run_id(&*name).await.expect_err("it is slow");
    let error = runner.resume::<Slowly>(&name).assume_retry("slow").await.expect_err("it needs no decision");
    assert!(format!("{error:#}").contains("was not interrupted"), "{error:#}");
    assert_eq!(runner.resume::<Slowly>(&name).await.expect_err("it is slow").kind(), ErrorKind::TimedOut);
    assert_eq!(done(&format!("{name}/slow")), 2);
}
