//! Types of all shapes that serde derives, as inputs, returns and events of runs that are recorded and resumed: each value is
//! the same afterwards, or was refused at once. See `generate.py`.

#[rustfmt::skip]
#[allow(clippy::pedantic, clippy::all, clippy::restriction, reason = "it is generated")]
mod generated;
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_lossless,
    clippy::as_conversions,
    reason = "the numbers are random"
)]
mod support;

use self::{
    generated::{COUNT, HIDING, Shape},
    support::Rng,
};
use super::runner;
use runnable::{
    Attempt, Error, ErrorKind,
    prelude::*,
    runner::{Runnable, Runner},
};
use std::{
    env,
    sync::atomic::{AtomicU32, Ordering},
};

/// Returns the value of a shape that belongs to a seed.
fn shape(number: u32, seed: u64) -> Shape {
    Shape::make(number, &mut Rng::new(seed))
}

/// Returns whether two values are the same, also in the sign of zero. The order of sets does not count.
fn same(one: &Shape, other: &Shape) -> bool {
    let sorted = |shape: &Shape| {
        let mut text = format!("{shape:?}").into_bytes();
        text.sort_unstable();
        text
    };
    one == other && sorted(one) == sorted(other)
}

/// The failure of the first part of a run.
const FIRST_PART: &str = "the first part ends here";

#[task(returns = [shape])]
async fn make(number: u32, seed: u64) -> Shape {
    shape(number, seed)
}

/// Fails at first, and then returns whether the value is the same.
#[task(returns = [same])]
async fn compare(number: u32, seed: u64, shape: &Shape, attempt: Attempt) -> Result<bool, String> {
    if attempt.get() == 1 { Err(FIRST_PART.to_owned()) } else { Ok(same(shape, &self::shape(number, seed))) }
}

#[derive(Debug, TaskEvent)]
enum Sent {
    Value { shape: Shape },
    Done { sent: bool },
}

#[task(node = SendTask, returns = [sent])]
fn send(number: u32, seed: u64) -> impl Stream<Item = Sent> {
    stream! {
        yield Sent::Value { shape: shape(number, seed) };
        yield Sent::Done { sent: true };
    }
}

pipeline! {
    fn as_input(number: u32, seed: u64, shape: Shape) -> [same] { compare }
}

pipeline! {
    fn as_return(number: u32, seed: u64) -> [same] { make >> compare }
}

/// Returns the id of a new run.
fn unique() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("run-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The outcome for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Same,
    Different,
    Refused,
}

/// Returns `Refused` if the error names the value.
fn refused(error: &Error, kind: ErrorKind) -> Outcome {
    let message = format!("{error:#}");
    assert!(error.kind() == kind && message.contains("`shape"), "{:?} {message}", error.kind());
    Outcome::Refused
}

/// Runs and resumes a pipeline. A refused value is an error of the kind `kind`.
async fn resumed<P: Runnable>(runner: &Runner, pipeline: P, kind: ErrorKind, same: fn(P::Output) -> bool) -> Outcome {
    let run = unique();
    match runner.run(pipeline).run_id(&*run).await {
        Ok(_) => unreachable!("the first part fails"),
        Err(error) if error.message() == FIRST_PART => {}
        Err(error) => return refused(&error, kind),
    }
    let output = runner.resume::<P>(&run).await.unwrap_or_else(|error| panic!("it does not resume: {error:#}"));
    if same(output) { Outcome::Same } else { Outcome::Different }
}

/// Sends a value as an event. The recorded event has the JSON of the value, whether or not its type reads that.
async fn sent(runner: &Runner, number: u32, seed: u64) -> Outcome {
    let run = unique();
    if let Err(error) = runner.run(SendTask { number, seed }).run_id(&*run).await {
        return refused(&error, ErrorKind::NotRecorded);
    }
    let events = runner.log().expect("a log").events(&run, 0, 100).await.expect("the events");
    let event = events.iter().find(|event| event.event_type == "value").expect("it was sent");
    let data = event.data.as_ref().expect("it has data").get();
    let data = data.strip_prefix(r#"{"shape":"#).and_then(|data| data.strip_suffix('}')).expect("it has the field");
    // The items of a set have another order each time.
    let sorted = |text: &str| {
        let mut bytes = text.as_bytes().to_vec();
        bytes.sort_unstable();
        bytes
    };
    let written = serde_json::to_string(&shape(number, seed)).expect("it was sent");
    if sorted(data) == sorted(&written) { Outcome::Same } else { Outcome::Different }
}

/// Records values of all shapes, and returns the places at which each kind of outcome occurred.
async fn record_all(verify: bool) -> Vec<(String, u32, Outcome)> {
    let seed: u64 = env::var("RUNNABLE_SEED").map_or(20_261, |seed| seed.parse().expect("a seed"));
    let values: u64 = env::var("RUNNABLE_VALUES").map_or(2, |values| values.parse().expect("a number of values"));
    // One runner: it finds the shapes of the types of a pipeline once.
    let (runner, mut outcomes) = (runner(verify).await, Vec::new());
    for number in 0..COUNT {
        for seed in (0..values).map(|value| seed.wrapping_add(value * 1_000_003 + u64::from(number) * 2 + value)) {
            let input = as_input(number, seed, shape(number, seed));
            let input = resumed(&runner, input, ErrorKind::NotStarted, |output| output.same).await;
            let returned = as_return(number, seed);
            let returned = resumed(&runner, returned, ErrorKind::BadReturn, |output| output.same).await;
            let event = sent(&runner, number, seed).await;
            for (place, outcome) in [("input", input), ("return", returned), ("event", event)] {
                outcomes.push((format!("{place} S{number} {seed}"), number, outcome));
            }
        }
    }
    outcomes
}

fn count(outcomes: &[(String, u32, Outcome)], outcome: Outcome) -> usize {
    outcomes.iter().filter(|(_, _, other)| *other == outcome).count()
}

/// Fails if a value came back different, unless it may.
fn assert_none_differs(outcomes: &[(String, u32, Outcome)], may_differ: impl Fn(u32) -> bool) {
    let all = outcomes.len();
    let (kept, refused) = (count(outcomes, Outcome::Same), count(outcomes, Outcome::Refused));
    println!("{all} values: {kept} are the same, {refused} were refused");
    let differ = outcomes.iter().filter(|(_, number, outcome)| *outcome == Outcome::Different && !may_differ(*number));
    let differ: Vec<_> = differ.map(|(place, ..)| place.as_str()).collect();
    assert!(differ.is_empty(), "{} values are different: {}", differ.len(), differ.join(", "));
    assert!(kept > all / 3 && refused > all / 20, "both outcomes are frequent");
}

#[tokio::test]
async fn a_recorded_value_is_the_same_or_refused() {
    assert_none_differs(&record_all(false).await, |number| HIDING.contains(&number));
}

#[tokio::test]
async fn a_verified_value_is_the_same_or_refused_whatever_its_attributes() {
    assert_none_differs(&record_all(true).await, |_| false);
}
