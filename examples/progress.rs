//! A stream that reports its progress and ends with a custom event: `cargo run --example progress`
use runnable::prelude::*;
use std::time::Duration;

#[derive(Debug, Clone, TaskEvent)]
enum Analysis {
    Status { message: String },
    Progress { step: String, completed: usize, total: usize },
    Chunk { data: String },
    Error { error: String },
    Complete { summary: String, parts: usize },
}

/// Analyzes a text; the `complete` event carries the returns.
#[task(returns = [summary, parts], stream_end = "complete")]
fn analyze(data: String) -> impl Stream<Item = Result<Analysis, &'static str>> {
    try_stream! {
        yield Analysis::Status { message: "starting analysis".into() };
        let steps = ["tokenizing", "parsing", "analyzing", "summarizing"];
        for (completed, step) in steps.into_iter().enumerate() {
            yield Analysis::Progress { step: step.into(), completed, total: steps.len() };
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        if data.trim().is_empty() {
            yield Analysis::Error { error: "no text".into() };
            Err("no text")?;
        }
        let mut parts = 0;
        for data in data.split(". ") {
            parts += 1;
            yield Analysis::Chunk { data: data.to_owned() };
        }
        yield Analysis::Complete { summary: format!("analyzed: {data:.20}.."), parts };
    }
}

pipeline! {
    /// A single streaming step.
    fn report(data: String) -> [summary, parts] {
        analyze
    }
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    // A caller can choose the run id, for example the id of a request.
    let mut run = report("One part is here. Another one follows".into()).execute_streaming().run_id("request-7");
    while let Some(event) = run.next().await {
        match event.data() {
            ReportEvent::Analyze(Analysis::Progress { step, completed, total }) => {
                println!("{}: {completed} of {total}, {step}", event.run_id());
            }
            ReportEvent::Analyze(analysis) => println!("{}: {analysis:?}", event.run_id()),
            ReportEvent::Lifecycle(_) => {}
        }
    }
    let output = run.output().await?;
    println!("{} ({} parts)", output.summary, output.parts);
    Ok(())
}
