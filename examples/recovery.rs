//! A step that tells what went wrong and fails, and another one that stands in for it: `cargo run --example recovery`
use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Operation {
    Status { status: String },
    Error { error: String, failed_input: String },
    Done { result: String },
}

/// Puts a text into capitals; says what is wrong with an empty one before it fails.
#[task(returns = [result])]
fn operate(data: String) -> impl Stream<Item = Result<Operation, &'static str>> {
    try_stream! {
        yield Operation::Status { status: "processing".into() };
        if data.is_empty() {
            let error = "there is nothing to process";
            yield Operation::Error { error: error.into(), failed_input: data.clone() };
            Err(error)?;
        }
        yield Operation::Done { result: data.to_uppercase() };
    }
}

/// Stands in for what failed.
#[task(returns = [result])]
async fn apologize(error: &runnable::Error) -> String {
    format!("({} failed: {})", error.path(), error.message())
}

pipeline! {
    /// Operates on the data, or says why not. What both sides give, `result`, is visible after it.
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
                // The step stays failed; the run succeeds.
                OperateSafelyEvent::Lifecycle(lifecycle) => {
                    if let Some(outcome) = lifecycle.outcome() {
                        println!("{} {} {}", lifecycle.event_type(), event.path(), outcome.name());
                    }
                }
            }
        }
        println!("{}\n", run.output().await?.result);
    }
    // Alone, the same task fails its run.
    let error = Operate { data: String::new() }.execute().await.unwrap_err();
    println!("{error}");
    Ok(())
}
