//! Failures of runs.
use crate::support::*;
use futures::StreamExt;
use runnable::{Error, ErrorKind, Outcome, prelude::*};
use std::{fmt::Debug, time::Duration};
use tokio::time::{Instant, sleep};

#[task(returns = [n])]
pub(crate) async fn fails_after(n: u64) -> Result<u64, Boom> {
    sleep(Duration::from_millis(n)).await;
    Err(Boom("the real error"))
}

pipeline! {
    fn one_fails() -> [d] {
        parallel {
            bad: fails_after(n = 10),
            good: nap_d(ms = 1000),
        } -> [d]
    }
}

#[tokio::test(start_paused = true)]
async fn a_failed_branch_cancels_its_siblings_and_fails_the_run_with_its_error() {
    let began = Instant::now();
    let mut run = one_fails().execute_streaming();
    let mut events = vec![];
    while let Some(event) = run.next().await {
        events.push(event);
    }
    assert_eq!(began.elapsed().as_millis(), 10);
    let closed = check(&events);
    assert_eq!((closed["bad/fails_after"], closed["good/nap_d"]), ("failed", "cancelled"));
    let last = serde_json::to_value(events.last().unwrap()).unwrap();
    assert_eq!(last["data"]["outcome"], "failed");
    assert_eq!(last["data"]["error"]["message"], "the real error");
    let error = run.output().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Failed, 1));
    assert_eq!(error.path(), "bad/fails_after");
    assert_eq!(error.downcast_ref::<Boom>(), Some(&Boom("the real error")));
}

#[task(returns = [n])]
async fn panics() -> u64 {
    panic!("a number")
}

#[task(returns = [n], spawn)]
async fn panics_elsewhere() -> u64 {
    panic!("a number")
}

#[tokio::test]
async fn a_panic_in_a_step_fails_the_step() {
    for error in [Panics {}.execute().await.unwrap_err(), PanicsElsewhere {}.execute().await.unwrap_err()] {
        assert_eq!((error.kind(), error.message()), (ErrorKind::Panicked, "panicked: a number".to_owned()));
    }
}

/// Runs a node that fails, and checks that the last event is the only `run.finished` and carries
/// the error of the output.
async fn failure<N: Node>(node: N) -> Error
where
    N::Data: Debug,
    N::Output: Debug,
{
    let mut run = node.execute_streaming();
    let events: Vec<_> = run.by_ref().collect().await;
    check(&events);
    let finished: Vec<_> =
        events.iter().filter(|event| matches!(event.lifecycle(), Some(Lifecycle::RunFinished(_)))).collect();
    let [last] = &*finished else { panic!("{} times run.finished", finished.len()) };
    let Some(Outcome::Failed(told)) = last.lifecycle().and_then(Lifecycle::outcome) else { panic!("{last:?}") };
    let error = run.output().await.unwrap_err();
    assert_eq!((told.kind(), told.to_string()), (error.kind(), error.to_string()));
    error
}

#[task(returns = [n], timeout = "50ms")]
async fn too_slow() -> u64 {
    sleep(Duration::from_secs(1)).await;
    1
}

#[task(returns = [full_text], idle_timeout = "50ms")]
fn falls_silent() -> impl Stream<Item = Token> {
    stream! {
        yield Token::Chunk { text: "a".into() };
        sleep(Duration::from_secs(1)).await;
        yield Token::Done { full_text: "a".into() };
    }
}

#[task(returns = [full_text])]
fn never_done() -> impl Stream<Item = Token> {
    stream! { yield Token::Chunk { text: "a".into() }; }
}

#[task(returns = [n: u64])]
fn lacks_a_return() -> impl Stream<Item = DynEvent> {
    stream! { yield DynEvent::done().with("m", 1); }
}

#[task(returns = [n: u64])]
fn returns_another_type() -> impl Stream<Item = DynEvent> {
    stream! { yield DynEvent::done().with("n", "one"); }
}

#[task(returns = [n], spawn)]
async fn fails_elsewhere() -> Result<u64, Boom> {
    Err(Boom("elsewhere"))
}

#[task(returns = [n], blocking)]
fn fails_on_a_thread() -> Result<u64, Boom> {
    Err(Boom("on a thread"))
}

#[tokio::test(start_paused = true)]
async fn a_step_that_fails_in_any_way_ends_the_run_once_with_its_error() {
    let told = |error: Error| (error.kind(), format!("{error:#}"));
    assert_eq!(
        told(failure(FailsAfter { n: 1 }).await),
        (ErrorKind::Failed, "step `fails_after` failed: the real error".into())
    );
    assert_eq!(
        told(failure(Panics {}).await),
        (ErrorKind::Panicked, "step `panics` failed: panicked: a number".into())
    );
    assert_eq!(
        told(failure(PanicsElsewhere {}).await),
        (ErrorKind::Panicked, "step `panics_elsewhere` failed: panicked: a number".into())
    );
    assert_eq!(
        told(failure(TooSlow {}).await),
        (ErrorKind::TimedOut, "step `too_slow` failed: took longer than 50ms".into())
    );
    assert_eq!(
        told(failure(FallsSilent {}).await),
        (ErrorKind::Idle, "step `falls_silent` failed: sent nothing for 50ms".into())
    );
    assert_eq!(
        told(failure(NeverDone {}).await),
        (ErrorKind::NoEndEvent, "step `never_done` failed: the stream ended without its end event".into())
    );
    assert_eq!(
        told(failure(LacksAReturn {}).await),
        (ErrorKind::BadReturn, "step `lacks_a_return` failed: the end event lacks the return `n`; it has `m`".into())
    );
    let (kind, text) = told(failure(ReturnsAnotherType {}).await);
    assert_eq!(kind, ErrorKind::BadReturn);
    assert!(text.contains("the end event's `n` has another type"), "{text}");
    assert_eq!(failure(FailsElsewhere {}).await.downcast_ref::<Boom>(), Some(&Boom("elsewhere")));
    assert_eq!(failure(FailsOnAThread {}).await.downcast_ref::<Boom>(), Some(&Boom("on a thread")));
}

pipeline! {
    fn fails_in_a_parallel() -> [n] { parallel { bad: fails_after(n = 1), good: nap_d(ms = 100) } -> [n] }
}
pipeline! {
    fn fails_in_a_map(ms: Vec<u64>) -> [n] { map(ms as n) { fails_after } }
}
pipeline! {
    fn fails_in_a_sub_pipeline(ms: Vec<u64>) -> [n] { sub: fails_in_a_map }
}
pipeline! {
    fn panics_in_an_expression(ms: Vec<u64>) -> [slept] { parallel { a: nap(ms = ms[7]), b: nap_d(ms = 100) } -> [slept] }
}

#[tokio::test(start_paused = true)]
async fn a_failure_in_any_composite_ends_the_run_once_with_the_path_of_its_step() {
    assert_eq!(failure(fails_in_a_parallel()).await.path(), "bad/fails_after");
    assert_eq!(failure(fails_in_a_map(vec![5, 1])).await.path(), "ms[1]/fails_after");
    assert_eq!(failure(fails_in_a_sub_pipeline(vec![5, 1])).await.path(), "sub/ms[1]/fails_after");
}

#[tokio::test(start_paused = true)]
async fn a_panic_between_steps_fails_the_run() {
    let error = failure(panics_in_an_expression(vec![])).await;
    assert_eq!((error.kind(), error.path().is_empty()), (ErrorKind::Panicked, true));
    let error = panics_in_an_expression(vec![]).execute().await.unwrap_err();
    assert!(error.message().contains("index out of bounds"), "{error}");
}

#[derive(Debug, Clone, PartialEq, TaskEvent)]
enum Talk {
    Error { message: String },
    Done { n: u64 },
}

#[task(returns = [n])]
fn reports_an_error(fail: bool) -> impl Stream<Item = Result<Talk, Boom>> {
    try_stream! {
        yield Talk::Error { message: "said".into() };
        if fail {
            Err(Boom("failed"))?;
        }
        yield Talk::Done { n: 1 };
    }
}

#[tokio::test]
async fn an_error_event_before_a_failure_is_delivered() {
    let mut run = ReportsAnError { fail: true }.execute_streaming();
    let events: Vec<_> = run.by_ref().collect().await;
    let types: Vec<_> = events.iter().map(runnable::Event::event_type).collect();
    assert_eq!(types, ["run.started", "step.started", "error", "step.finished", "run.finished"]);
    assert_eq!(events[2].data(), &Some(Talk::Error { message: "said".into() }));
    assert_eq!(check(&events)["reports_an_error"], "failed");
    assert_eq!(run.output().await.unwrap_err().message(), "failed");
}

#[tokio::test]
async fn an_error_event_alone_does_not_fail_the_step() {
    assert_eq!(ReportsAnError { fail: false }.execute().await.unwrap().n, 1);
}

#[task(returns = [full_text])]
fn goes_past_its_end(twice: bool) -> impl Stream<Item = Token> {
    stream! {
        yield Token::Chunk { text: "a".into() };
        yield Token::Done { full_text: "a".into() };
        if twice {
            yield Token::Done { full_text: "b".into() };
        }
        yield Token::Chunk { text: "after".into() };
    }
}

#[task(returns = [full_text], spawn)]
fn goes_past_its_end_elsewhere() -> impl Stream<Item = Result<Token, Boom>> {
    try_stream! {
        yield Token::Done { full_text: "a".into() };
        yield Token::Done { full_text: "b".into() };
    }
}

#[task(returns = [full_text: String], stream_end = "end")]
fn goes_past_its_free_end() -> impl Stream<Item = DynEvent> {
    stream! {
        yield DynEvent::new("end").with("full_text", "a");
        yield DynEvent::chunk();
    }
}

#[task(returns = [full_text])]
fn works_after_its_end() -> impl Stream<Item = Token> {
    stream! {
        yield Token::Done { full_text: "a".into() };
        sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn an_event_after_the_end_event_fails_the_step_and_is_not_sent() {
    let after = "the stream sent an event after its end event\nhelp: yield the end event once, as the last event";
    for twice in [false, true] {
        assert_eq!(GoesPastItsEnd { twice }.execute().await.unwrap_err().message(), after);
        let mut run = GoesPastItsEnd { twice }.execute_streaming();
        let events: Vec<_> = run.by_ref().collect().await;
        let own: Vec<_> = events.iter().filter_map(|event| event.data().clone()).collect();
        assert_eq!(own, [Token::Chunk { text: "a".into() }, Token::Done { full_text: "a".into() }]);
        assert_eq!(check(&events)["goes_past_its_end"], "failed");
        let error = run.output().await.unwrap_err();
        assert_eq!((error.message().as_str(), error.kind()), (after, ErrorKind::Failed));
        assert!(!error.is_retryable());
    }
    assert_eq!(GoesPastItsEndElsewhere {}.execute().await.unwrap_err().message(), after);
    assert_eq!(GoesPastItsFreeEnd {}.execute().await.unwrap_err().message(), after);
    assert_eq!(WorksAfterItsEnd {}.execute().await.unwrap().full_text, "a");
}
