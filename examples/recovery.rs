//! A step that reports an error event and fails, and a step that replaces it:
//! `cargo run --example recovery`
use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Operation {
    Status { status: String },
    Error { error: String, failed_input: String },
    Done { result: String },
}

/// Converts a text to upper case; sends an error event before it fails on an empty text.
#[task(returns = [result])]
fn operate(data: String) -> impl Stream<Item = Result<Operation, &'static str>> {
    try_stream! {
        yield Operation::Status { status: "processing".into() };
        if data.is_empty() {
            let error = "the input is empty";
            yield Operation::Error { error: error.into(), failed_input: data.clone() };
            Err(error)?;
        }
        yield Operation::Done { result: data.to_uppercase() };
    }
}

/// Replaces the result of the failed step.
#[task(returns = [result])]
async fn apologize(error: &runnable::Error) -> String {
    format!("({} failed: {})", error.path(), error.message())
}

pipeline! {
    /// Operates on the data, or explains the failure. Both sides return `result`.
    fn operate_safely(data: String) -> [result] {
        try { operate } else |error| { apologize }
    }
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    for data in ["text", ""] {
        let mut run = operate_safely(data.into()).execute_streaming();
        while let Some(event) = run.next().await {
            match event.data() {
                OperateSafelyEvent::Operate(operation) => println!("{}: {operation:?}", event.path()),
                // The step failed; the run succeeds.
                OperateSafelyEvent::Lifecycle(lifecycle) => {
                    if let Some(outcome) = lifecycle.outcome() {
                        println!("{} {} {}", lifecycle.event_type(), event.path(), outcome.name());
                    }
                }
            }
        }
        println!("{}\n", run.output().await?.result);
    }
    // Without the `try`, the same task fails its run.
    let error = Operate { data: String::new() }.execute().await.unwrap_err();
    println!("{error:#}");
    Ok(())
}
