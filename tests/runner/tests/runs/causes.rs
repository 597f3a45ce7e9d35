//! The causes of an error, in every place that shows the error.

use super::*;
use futures_util::StreamExt;
use runnable::{
    BoxError, Error, ErrorKind,
    store::{
        OverflowPolicy, StepStatus,
        secrets::{Fixed, Secrets},
    },
};
use serde_json::{Value, json};
use std::{error::Error as StdError, fmt, io, iter::successors};

const KEY: &str = "k-0123456789";

#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("cannot save the report")]
    Source(#[source] io::Error),
    #[error("cannot reach the disk")]
    From(#[from] io::Error),
    #[error(transparent)]
    Transparent(BoxError),
    #[error("cannot parse the answer: {0}")]
    Repeats(#[source] io::Error),
}

/// An error of a client, which hides the errors of its layers behind boxes.
#[derive(Debug)]
struct Layer(&'static str, Option<BoxError>);

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl StdError for Layer {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.1.as_deref().map(|source| source as _)
    }
}

/// An error that is its own cause.
#[derive(Debug)]
struct Cycle;

impl fmt::Display for Cycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("again")
    }
}

impl StdError for Cycle {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(self)
    }
}

fn full() -> io::Error {
    io::Error::other("disk 9 is full")
}

#[task(returns = [never])]
async fn inner() -> Result<u32, io::Error> {
    Err(full())
}

pipeline! {
    fn nested() -> [never] { inner }
}

/// Returns an error with the causes that `causes_of` lists.
async fn error(kind: &str) -> Result<u32, BoxError> {
    use anyhow::Context as _;
    let boxed = |source: Layer| Some(BoxError::from(source));
    Err(match kind {
        "anyhow" => {
            let failed: anyhow::Result<u32> = Err(full()).context("write chunk 7").context("save failed");
            failed.context("the job failed").unwrap_err().into()
        }
        "source" => Refused::Source(full()).into(),
        "from" => Refused::from(full()).into(),
        "transparent" => Refused::Transparent(Refused::Source(full()).into()).into(),
        "repeats" => Refused::Repeats(full()).into(),
        "io" => io::Error::other(Refused::Source(full())).into(),
        "layers" => {
            let refused = Layer("tcp connect error", Some(full().into()));
            Layer("error sending request for url (http://h/)", boxed(Layer("client error (Connect)", boxed(refused))))
                .into()
        }
        "nested" => return Ok(nested().execute().await?.never),
        "text" => "plain".into(),
        "secret" => {
            let failed: anyhow::Result<u32> = Err(io::Error::other(format!("401 for {KEY}"))).context("refused");
            failed.with_context(|| format!("GET /?key={KEY}")).context("save failed").unwrap_err().into()
        }
        _ => Cycle.into(),
    })
}

const KINDS: [&str; 11] =
    ["anyhow", "source", "from", "transparent", "repeats", "io", "layers", "nested", "text", "secret", "cycle"];

/// Returns the message and the causes.
fn causes_of(kind: &str) -> Vec<String> {
    let known: &[&str] = match kind {
        "anyhow" => &["the job failed", "save failed", "write chunk 7", "disk 9 is full"],
        "source" | "transparent" | "io" => &["cannot save the report", "disk 9 is full"],
        "from" => &["cannot reach the disk", "disk 9 is full"],
        "repeats" => &["cannot parse the answer: disk 9 is full", "disk 9 is full"],
        "layers" => &[
            "error sending request for url (http://h/)",
            "client error (Connect)",
            "tcp connect error",
            "disk 9 is full",
        ],
        "nested" => &["step `inner` failed", "disk 9 is full"],
        "text" => &["plain"],
        "secret" => &["save failed", "GET /?key=***", "refused", "401 for ***"],
        _ => {
            return std::iter::repeat_n("again", 64).chain(["further causes are omitted"]).map(str::to_owned).collect();
        }
    };
    known.iter().map(|&text| text.to_owned()).collect()
}

/// Returns the error as JSON has it.
fn expected(kind: &str) -> Value {
    let texts = causes_of(kind);
    let mut error = json!({ "code": "failed", "message": texts[0], "retryable": true });
    if texts.len() > 1 {
        error["causes"] = json!(texts[1..]);
    }
    error
}

#[task(returns = [saved])]
async fn save(kind: String, api_key: Secret<String>) -> Result<u32, BoxError> {
    assert_eq!(api_key.expose(), KEY);
    error(&kind).await
}

/// Returns the causes of the error as the library and as `source` show them.
fn texts(error: &Error) -> Vec<String> {
    let texts: Vec<_> = [error.message()].into_iter().chain(error.causes()).collect();
    // `source` of an error that is its own cause never ends.
    let sources = successors(error.source(), |&error| error.source()).take(64).map(ToString::to_string);
    assert_eq!(sources.collect::<Vec<_>>(), texts[..texts.len().min(64)]);
    texts
}

#[task(returns = [saved])]
async fn explain(name: &str, error: &Error) -> Result<u32, BoxError> {
    let seen = texts(error);
    assert_eq!((error.kind(), error.path().to_string()), (ErrorKind::Failed, "save".to_owned()));
    DONE.lock().expect("not poisoned").push(format!("{name} saw {seen:?}"));
    act(&format!("{name}/explain"))?;
    Ok(1)
}

pipeline! {
    fn saves(kind: String) { save }
}

pipeline! {
    fn recovers(kind: String, name: String) -> [saved] {
        try { save } else |error| { explain }
    }
}

async fn with_secret() -> Runner {
    let secrets = Secrets::new().with_source(Fixed::new().with("api_key", KEY));
    Runner::builder().run_log("memory:").secrets(secrets).build().await.expect("a runner")
}

/// Returns the errors in the events of a run, as live readers have them.
async fn live<D: runnable::WireEvent>(mut run: impl Stream<Item = runnable::Event<D>> + Unpin) -> Vec<Value> {
    let mut errors = Vec::new();
    while let Some(event) = run.next().await {
        let mut line = Vec::new();
        event.write_json(&mut line).expect("it serialises");
        let event: Value = serde_json::from_slice(&line).expect("JSON");
        errors.extend(event["data"].get("error").cloned());
    }
    errors
}

async fn logged(runner: &Runner, run: &str) -> Vec<Value> {
    let events = runner.events(run, 0, OverflowPolicy::Block).expect("a log").map(|event| event.expect("an event"));
    let events = events.map(|event| serde_json::to_value(&event).expect("it serialises"));
    events.filter_map(|event| std::future::ready(event["data"].get("error").cloned())).collect().await
}

fn value(json: Option<&runnable::store::Json>) -> Value {
    json.map_or(Value::Null, |json| serde_json::from_str(json.get()).expect("JSON"))
}

#[tokio::test]
async fn events_and_records_of_a_failed_run_have_every_cause() {
    for kind in KINDS {
        let (runner, name, expected) = (with_secret().await, unique(kind), expected(kind));
        let run = runner.run(saves(kind.to_owned())).run_id(&*name).streaming().await.expect("it starts");
        assert_eq!(live(run).await, [expected.clone(), expected.clone()], "{kind}: `step.finished`, `run.finished`");
        assert_eq!(logged(&runner, &name).await, [expected.clone(), expected.clone()], "{kind}");
        assert_eq!(value(record(&runner, &name).await.error.as_ref()), expected, "{kind}");
        assert_eq!(value(steps(&runner, &name).await[0].error.as_ref()), expected, "{kind}");
    }
}

#[tokio::test]
async fn an_error_of_a_run_shows_every_cause_once() {
    for kind in KINDS {
        let error = with_secret().await.run(saves(kind.to_owned())).await.expect_err("it fails");
        assert_eq!(texts(&error), causes_of(kind), "{kind}");
        let shown = match kind {
            "repeats" => vec!["cannot parse the answer: disk 9 is full".to_owned()],
            "cycle" => vec!["again".to_owned(), "further causes are omitted".to_owned()],
            _ => causes_of(kind),
        };
        assert_eq!(format!("{error:#}"), format!("step `save` failed: {}", shown.join(": ")), "{kind}");
        assert_eq!(format!("{error:?}"), format!("step `save` failed: {}", shown.join("\n  caused by: ")), "{kind}");
        assert!(!error.to_string().contains(&shown[0]), "{kind}");
    }
}

#[tokio::test]
async fn a_recovering_branch_sees_every_cause_also_in_resumed_and_forked_runs() {
    for kind in KINDS {
        let (runner, name) = (with_secret().await, unique(kind));
        let (saw, broken) = (format!("{name} saw {:?}", causes_of(kind)), format!("{name}/explain"));
        break_at(&broken);
        let run = runner.run(recovers(kind.to_owned(), name.clone()));
        run.run_id(&*name).await.expect_err("the branch fails");
        mend(&broken);
        assert_eq!(runner.resume::<Recovers>(&name).await.expect("it recovers").saved, 1);
        let fork = runner.fork::<Recovers>(&name, "explain");
        assert_eq!(fork.await.expect("it recovers").saved, 1);
        assert_eq!(done(&saw), 3, "{kind}");
        let first = &steps(&runner, &name).await[0];
        assert_eq!((first.status, value(first.error.as_ref())), (StepStatus::Recovered, expected(kind)));
    }
}

#[tokio::test]
async fn a_resumed_step_is_reset_with_every_cause() {
    for kind in KINDS {
        let (runner, name) = (with_secret().await, unique(kind));
        runner.run(saves(kind.to_owned())).run_id(&*name).await.expect_err("it fails");
        let resumed = runner.resume::<Saves>(&name).streaming().await.expect("it starts");
        let expected = expected(kind);
        let all = [expected.clone(), expected.clone(), expected];
        assert_eq!(live(resumed).await, all, "{kind}: `step.reset`, `step.finished`, `run.finished`");
    }
}

#[task(returns = [asked], retry(2, backoff = "1ms"))]
async fn asks(kind: String) -> Result<u32, BoxError> {
    error(&kind).await
}

#[tokio::test]
async fn a_retried_step_is_reset_with_every_cause() {
    for kind in KINDS.into_iter().filter(|kind| *kind != "secret") {
        let errors = live(Asks { kind: kind.to_owned() }.execute_streaming()).await;
        let mut reset = expected(kind);
        reset["max_attempts"] = json!(2);
        assert_eq!(errors, [reset, expected(kind), expected(kind)], "{kind}");
    }
}
