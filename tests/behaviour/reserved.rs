//! Events whose type is reserved for the runtime.
use runnable::{DynEvent, Error, ErrorKind, prelude::*};
use std::convert::Infallible;

/// Every type that the runtime uses, and some that later versions may use.
const RESERVED: [&str; 12] = [
    "run.started",
    "run.resumed",
    "run.finished",
    "step.started",
    "step.reset",
    "step.finished",
    "gap",
    "run.",
    "run.paused",
    "step.",
    "step.skipped",
    "step.a.b",
];

const FREE: [&str; 6] = ["chunk", "run", "step", "gaps", "runs.started", "task.run.finished"];

#[task(returns = [n: u64])]
fn yields(event_type: String) -> impl Stream<Item = DynEvent> {
    stream! {
        yield DynEvent::chunk();
        yield DynEvent::new(event_type);
        yield DynEvent::done().with("n", 1);
    }
}

#[task(returns = [n: u64], retry(3))]
fn tries(event_type: String) -> impl Stream<Item = Result<DynEvent, Infallible>> {
    try_stream! {
        yield DynEvent::chunk();
        yield DynEvent::new(event_type);
        yield DynEvent::done().with("n", 1);
    }
}

#[task(returns = [n])]
async fn emits(event_type: String, events: Emitter<DynEvent>) -> u64 {
    events.emit(DynEvent::chunk()).await;
    events.emit(DynEvent::new(event_type)).await;
    1
}

#[task(returns = [n], spawn)]
async fn emits_elsewhere(event_type: String, events: Emitter<DynEvent>) -> u64 {
    events.emit(DynEvent::chunk()).await;
    events.emit(DynEvent::new(event_type)).await;
    1
}

#[task(returns = [n], blocking)]
fn emits_from_a_thread(event_type: String, events: Emitter<DynEvent>) -> u64 {
    events.emit_blocking(DynEvent::chunk());
    events.emit_blocking(DynEvent::new(event_type));
    1
}

/// The types of all events, and what became of the run.
async fn types<N: Node>(node: N) -> (Vec<String>, Result<N::Output, Error>)
where
    N::Data: runnable::WireEvent,
{
    let mut run = node.execute_streaming();
    let mut types = vec![];
    while let Some(event) = run.next().await {
        types.push(event.event_type().to_owned());
    }
    (types, run.output().await)
}

macro_rules! each_form {
    ($event_type:expr, |$name:ident, $node:ident| $body:block) => {{
        let event_type: &str = $event_type;
        each_form!(@one event_type, Yields, $name, $node, $body);
        each_form!(@one event_type, Tries, $name, $node, $body);
        each_form!(@one event_type, Emits, $name, $node, $body);
        each_form!(@one event_type, EmitsElsewhere, $name, $node, $body);
        each_form!(@one event_type, EmitsFromAThread, $name, $node, $body);
    }};
    (@one $event_type:ident, $task:ident, $name:ident, $node:ident, $body:block) => {{
        let ($name, $node) = (stringify!($task), || $task { event_type: $event_type.to_owned() });
        $body
    }};
}

fn check_error(error: &Error, event_type: &str, form: &str) {
    assert_eq!((error.kind(), error.attempts(), error.is_retryable()), (ErrorKind::Failed, 1, false), "{form}");
    let message = error.message();
    assert!(message.contains(&format!("`{event_type}` is reserved")) && message.contains("\nhelp: "), "{message}");
}

#[tokio::test]
async fn an_event_of_a_reserved_type_fails_its_step_and_is_not_sent() {
    for event_type in RESERVED {
        each_form!(event_type, |form, node| {
            let (types, output) = types(node()).await;
            assert_eq!(types, ["run.started", "step.started", "chunk", "step.finished", "run.finished"], "{form}");
            check_error(&output.expect_err("the step fails"), event_type, form);
        });
    }
}

#[tokio::test]
async fn an_event_of_a_reserved_type_fails_its_step_even_if_nobody_reads() {
    for event_type in RESERVED {
        each_form!(event_type, |form, node| {
            check_error(&node().execute().await.expect_err("the step fails"), event_type, form);
        });
    }
}

#[tokio::test]
async fn types_that_only_resemble_a_reserved_one_are_sent() {
    for event_type in FREE {
        each_form!(event_type, |form, node| {
            let (types, output) = types(node()).await;
            assert!(types.iter().any(|sent| sent == event_type), "{form}: {types:?}");
            assert!(output.is_ok(), "{form}");
        });
    }
}

#[task(returns = [n])]
async fn seven() -> u64 {
    7
}

pipeline! {
    fn recovers(event_type: String) -> [n] {
        try { yields } else { seven }
    }
}

#[tokio::test]
async fn a_try_recovers_from_an_event_of_a_reserved_type() {
    let recovered = recovers("step.reset".to_owned()).execute().await.unwrap();
    assert_eq!(recovered.n, 7);
}
