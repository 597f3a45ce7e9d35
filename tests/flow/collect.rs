//! `map(.., on_error = collect)`: the items that fail do not end the others.
use super::{Boom, record};
use runnable::{Error, ErrorKind, prelude::*};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Sleeps as long as the number says, and fails if it is odd.
#[task(returns = [half, text])]
async fn halve(n: u64) -> Result<(u64, String), Boom> {
    sleep(Duration::from_secs(n)).await;
    if n % 2 == 1 { Err(Boom("odd")) } else { Ok((n / 2, n.to_string())) }
}

#[task(returns = [next])]
async fn next(half: u64) -> Result<u64, Boom> {
    if half == 9 { Err(Boom("nine")) } else { Ok(half + 1) }
}

/// Formats a result with the path of its failed step.
fn shown<T: ToString>(result: Result<T, Error>) -> String {
    result.map_or_else(|error| format!("{}: {}", error.path(), error.message()), |value| value.to_string())
}

fn all_shown<T: ToString>(results: Vec<Result<T, Error>>) -> Vec<String> {
    results.into_iter().map(shown).collect()
}

pipeline! {
    fn halves(numbers: Vec<u64>) -> [next as nexts, text as texts] {
        map(numbers as n, on_error = collect) { halve >> next } -> [next, text]
    }
}

#[tokio::test(start_paused = true)]
async fn each_return_is_a_list_of_results_and_the_other_items_continue() {
    let begin = Instant::now();
    let output = halves(vec![4, 1, 18, 3]).execute().await.unwrap();
    assert_eq!(begin.elapsed(), Duration::from_secs(18));
    assert_eq!(
        all_shown(output.nexts),
        ["3", "numbers[1]/halve: odd", "numbers[2]/next: nine", "numbers[3]/halve: odd"]
    );
    // A step that succeeds before the item fails gives no value.
    assert_eq!(
        all_shown(output.texts),
        ["4", "numbers[1]/halve: odd", "numbers[2]/next: nine", "numbers[3]/halve: odd"]
    );
    let nothing = halves(vec![]).execute().await.unwrap();
    assert!(nothing.nexts.is_empty() && nothing.texts.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_failed_item_stays_failed_in_the_events_of_a_run_that_succeeds() {
    let (ended, output) = record(halves(vec![2, 1, 18]).execute_streaming()).await;
    let path = |path: &str, outcome| (path.to_owned(), outcome);
    assert_eq!(
        ended,
        [
            path("numbers[1]/halve", "failed"),
            path("numbers[0]/halve", "success"),
            path("numbers[0]/next", "success"),
            path("numbers[2]/halve", "success"),
            path("numbers[2]/next", "failed"),
        ]
    );
    assert_eq!(output.unwrap().nexts.len(), 3);
    let mut run = halves(vec![1]).execute_streaming();
    let mut outcome = None;
    while let Some(event) = run.next().await {
        outcome = event.lifecycle().and_then(Lifecycle::outcome).map(|outcome| outcome.name().to_owned());
    }
    assert_eq!(outcome.as_deref(), Some("success"));
}

pipeline! {
    fn one_by_one(numbers: Vec<u64>) -> [halves] {
        map(numbers as n, limit = 2, on_error = collect) { halve } -> [half as halves]
    }
}

#[tokio::test(start_paused = true)]
async fn a_failed_item_makes_room_for_the_next() {
    let begin = Instant::now();
    let output = one_by_one(vec![1, 5, 1, 1, 1, 2]).execute().await.unwrap();
    assert_eq!(begin.elapsed(), Duration::from_secs(6));
    let failed = |i: usize| format!("numbers[{i}]/halve: odd");
    assert_eq!(all_shown(output.halves), [failed(0), failed(1), failed(2), failed(3), failed(4), "1".to_owned()]);
}

pipeline! {
    fn nested(rows: Vec<Vec<u64>>) -> [all] {
        map(rows as row, on_error = collect) {
            map(row as n, on_error = collect) { halve } -> [half as halves]
                >> first
        } -> [value as all]
    }
}
pipeline! {
    fn inner_fails(rows: Vec<Vec<u64>>) -> [all] {
        map(rows as row, on_error = collect) { map(row as n) { halve } -> [half as halves] } -> [halves as all]
    }
}

/// Takes the first result apart: the error of another step may be its own.
#[task(returns = [value])]
async fn first(halves: Vec<Result<u64, Error>>) -> Result<u64, Error> {
    halves.into_iter().next().unwrap_or(Ok(0))
}

#[tokio::test(start_paused = true)]
async fn maps_nest_in_each_other() {
    let all = nested(vec![vec![2, 1], vec![1, 2], vec![]]).execute().await.unwrap().all;
    let shown: Vec<_> = all.into_iter().map(|row| row.map_err(|error| format!("{error:#}"))).collect();
    let failed = "step `rows[1]/first` failed: step `rows[1]/row[0]/halve` failed: odd";
    assert_eq!(shown, [Ok(1), Err(failed.to_owned()), Ok(0)]);

    let all = inner_fails(vec![vec![2, 4], vec![2, 1, 8]]).execute().await.unwrap().all;
    let shown: Vec<_> = all.into_iter().map(|row| row.map_err(|error| format!("{error:#}"))).collect();
    assert_eq!(shown, [Ok(vec![1, 2]), Err("step `rows[1]/row[1]/halve` failed: odd".to_owned())]);
}

#[task]
async fn hang(#[from_run] _guard: Guard) {
    std::future::pending::<()>().await;
}

/// Notes that its step was dropped.
struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        DROPPED.with(|dropped| dropped.set(dropped.get() + 1));
    }
}

thread_local! {
    static DROPPED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

impl<E> runnable::FromRun<E> for Guard {
    fn from_run(_: &runnable::StepContext<'_, E>) -> Result<Self, runnable::BoxError> {
        Ok(Self)
    }
}

pipeline! {
    fn with_siblings(numbers: Vec<u64>) -> [halves, others] {
        map(numbers as n, on_error = collect) {
            parallel { quick: halve, if n % 2 == 1 { hang } else {} -> [] } -> [half]
        } -> [half as halves]
            >> beside: halve(n = 2) -> [half as others]
    }
}

#[tokio::test(start_paused = true)]
async fn what_runs_beside_the_failed_step_of_an_item_is_cancelled_and_other_items_are_not() {
    let (ended, output) = record(with_siblings(vec![1, 4]).execute_streaming()).await;
    let path = |path: &str, outcome| (path.to_owned(), outcome);
    assert_eq!(
        ended,
        [
            path("numbers[0]/quick/halve", "failed"),
            path("numbers[0]/hang", "cancelled"),
            path("numbers[1]/quick/halve", "success"),
            path("beside", "success"),
        ]
    );
    assert_eq!(DROPPED.get(), 1);
    assert_eq!(all_shown(output.unwrap().halves), ["numbers[0]/quick/halve: odd", "2"]);
}

pipeline! {
    fn in_a_try(numbers: Vec<u64>) -> [line] {
        try { map(numbers as n, on_error = collect) { halve } -> [half as halves] >> describe } else |error| { explain }
    }
}
pipeline! {
    fn in_a_sub_pipeline(all: Vec<Vec<u64>>) -> [lines] {
        map(all as numbers) { in_a_try } -> [line as lines]
    }
}
pipeline! {
    fn around_a_try(numbers: Vec<u64>) -> [nexts] {
        map(numbers as n, on_error = collect) { try { halve } else { {} -> [n as half] } -> [half] >> next } -> [next as nexts]
    }
}

#[task(returns = [line])]
async fn describe(halves: &[Result<u64, Error>]) -> Result<String, Boom> {
    if halves.is_empty() {
        return Err(Boom("nothing"));
    }
    let failed = halves.iter().filter(|half| half.is_err()).count();
    Ok(format!("{failed} of {} failed", halves.len()))
}

#[task(returns = [line])]
async fn explain(error: Error) -> String {
    error.message()
}

#[tokio::test(start_paused = true)]
async fn a_collected_failure_is_not_one_of_the_surroundings() {
    assert_eq!(in_a_try(vec![1, 2]).execute().await.unwrap().line, "1 of 2 failed");
    let lines = in_a_sub_pipeline(vec![vec![1, 2], vec![], vec![1]]).execute().await.unwrap().lines;
    assert_eq!(lines, ["1 of 2 failed", "nothing", "1 of 1 failed"]);
    // A recovery in an item comes first.
    let nexts = around_a_try(vec![1, 2, 9]).execute().await.unwrap().nexts;
    assert_eq!(all_shown(nexts), ["2", "2", "numbers[2]/next: nine"]);
}

#[task(returns = [n], timeout = "2s", retry(2))]
async fn moody(n: u64) -> u64 {
    match n {
        0 => panic!("zero"),
        1 => std::future::pending().await,
        n => n,
    }
}

pipeline! {
    fn moods(numbers: Vec<u64>) -> [all] { map(numbers as n, on_error = collect) { moody } -> [n as all] }
}

#[tokio::test(start_paused = true)]
async fn panics_and_timeouts_are_collected_after_the_last_attempt() {
    let all = moods(vec![0, 1, 2]).execute().await.unwrap().all;
    let kinds: Vec<_> = all.iter().map(|n| n.as_ref().map_err(Error::kind)).collect();
    assert_eq!(kinds, [Err(ErrorKind::Panicked), Err(ErrorKind::TimedOut), Ok(&2)]);
    assert_eq!(all[1].as_ref().unwrap_err().attempts(), 2);
}

#[task]
async fn check(n: u64) -> Result<(), Boom> {
    if n % 2 == 1 { Err(Boom("odd")) } else { Ok(()) }
}

pipeline! {
    fn checked(numbers: Vec<u64>) -> [half] { map(numbers as n, on_error = collect) { check } >> halve(n = 2) -> [half] }
}

#[tokio::test(start_paused = true)]
async fn a_map_without_returns_gives_nothing_and_continues() {
    let (ended, output) = record(checked(vec![1, 2, 3]).execute_streaming()).await;
    assert_eq!(output.unwrap().half, 1);
    assert_eq!(ended.iter().filter(|(_, outcome)| *outcome == "failed").count(), 2);
}

#[tokio::test(start_paused = true)]
async fn cancelling_a_run_is_not_the_failure_of_an_item() {
    let mut run = halves(vec![100, 1]).execute_streaming();
    let mut steps = vec![];
    while let Some(event) = run.next().await {
        if let Some(outcome) = event.lifecycle().and_then(Lifecycle::outcome) {
            steps.push((event.path().to_string(), outcome.name().to_owned()));
            if steps.len() == 1 {
                run.cancel();
            }
        }
    }
    let outcomes: Vec<_> = steps.iter().map(|(path, outcome)| format!("{path} {outcome}")).collect();
    assert_eq!(outcomes, ["numbers[1]/halve failed", "numbers[0]/halve cancelled", " cancelled"]);
    assert_eq!(run.output().await.unwrap_err().kind(), ErrorKind::Cancelled);
}

#[tokio::test(start_paused = true)]
async fn an_expression_collects_and_reads_what_is_around_it() {
    let (rows, more) = (vec![(1, "one".to_owned()), (2, "two".to_owned())], 2);
    let run = pipeline!(map((rows) as (n, name), on_error = collect, index as i) {
        halve(n = n * (more - i as u64)) -> [half] >> next(half = half + name.len() as u64)
    } -> [next as nexts]);
    // 1 * 2 and 2 * 1
    assert_eq!(all_shown(run.execute().await.unwrap().nexts), ["5", "5"]);
    let run = pipeline!(map(([1, 2]) as n, on_error = collect) { halve } -> [half]);
    assert_eq!(all_shown(run.execute().await.unwrap().half), ["n[0]/halve: odd", "1"]);
}

#[tokio::test(start_paused = true)]
async fn results_are_written_with_the_step_of_each_error() {
    let output = halves(vec![2, 1]).execute().await.unwrap();
    let json = serde_json::to_value(&output.nexts).unwrap();
    let error = serde_json::json!({
        "code": "failed", "message": "odd", "retryable": true, "step": "numbers[1]/halve"
    });
    assert_eq!(json, serde_json::json!([{ "Ok": 2 }, { "Err": error }]));
}

#[tokio::test(start_paused = true)]
async fn an_error_reads_back_with_its_texts_and_a_collected_error_with_its_step() {
    let both_ways = |error: &Error| {
        let json = serde_json::to_string(error).unwrap();
        let back: Error = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&back).unwrap(), json);
        back
    };
    let collected = halves(vec![1]).execute().await.unwrap().nexts.remove(0).unwrap_err();
    assert_eq!(format!("{:#}", both_ways(&collected)), "step `numbers[0]/halve` failed: odd");
    assert_eq!(both_ways(&collected).path(), collected.path());
    // A failure that nothing collects is written without its step, as in events.
    let failed = Check { n: 1 }.execute().await.unwrap_err();
    assert_eq!(format!("{:#}", both_ways(&failed)), "the run failed: odd");
    let json = r#"{"code":"timed_out","message":"late","causes":["a","b"],"retryable":true}"#;
    let restored = both_ways(&serde_json::from_str(json).unwrap());
    assert_eq!(
        (restored.kind(), restored.causes().collect::<Vec<_>>()),
        (ErrorKind::TimedOut, vec!["a".into(), "b".into()])
    );
    let json = r#"{"code":"failed","message":"x","retryable":false,"step":"a[b"}"#;
    assert!(serde_json::from_str::<Error>(json).is_err());
}
