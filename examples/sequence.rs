//! Two steps in sequence; the second takes a return of the first by name:
//! `cargo run --example sequence`
use runnable::prelude::*;

/// Converts a text to upper case.
#[task(returns = [processed_text])]
async fn process(text: String) -> String {
    text.to_uppercase()
}

/// Counts the words of a text.
#[task(returns = [word_count])]
async fn analyze(processed_text: &str) -> usize {
    processed_text.split_whitespace().count()
}

pipeline! {
    /// Processes a text, then analyzes it.
    fn text_processing(text: String) -> [processed_text, word_count] {
        process >> analyze
    }
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    let mut run = text_processing("two steps in a row".into()).execute_streaming();
    while let Some(event) = run.next().await {
        println!("{:>2} {:<14} {}", event.seq(), event.event_type(), event.path());
    }
    let output = run.output().await?;
    println!("{} ({} words)", output.processed_text, output.word_count);
    Ok(())
}
