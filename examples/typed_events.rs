//! An exhaustive match on the events of a pipeline: `cargo run --example typed_events`
use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Sentence {
    Chunk { text: String },
    Done { summary: String },
}

/// Events of a task that is not a stream.
#[derive(Debug, Clone, TaskEvent)]
enum Counting {
    Progress { words: usize },
}

/// Counts words and reports its progress.
#[task(returns = [words])]
async fn count(text: &str, events: Emitter<Counting>) -> usize {
    let mut words = 0;
    for _ in text.split_whitespace() {
        words += 1;
        if words % 4 == 0 {
            events.emit(Counting::Progress { words }).await;
        }
    }
    words
}

/// Streams the sentences of a text.
#[task(returns = [summary])]
fn summarize(text: &str) -> impl Stream<Item = Sentence> {
    stream! {
        let mut summary = String::new();
        for text in text.split_inclusive(". ") {
            summary.push_str(text);
            yield Sentence::Chunk { text: text.to_owned() };
        }
        yield Sentence::Done { summary };
    }
}

pipeline! {
    /// Counts the words of a text, then summarizes it.
    fn digest(text: String) -> [words, summary] {
        count >> summarize
    }
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    let mut run = digest("One sentence is here. Another one follows it. And that is all.".into()).execute_streaming();
    while let Some(event) = run.next().await {
        match event.data() {
            DigestEvent::Count(Counting::Progress { words }) => println!("{words} words so far"),
            DigestEvent::Summarize(Sentence::Chunk { text }) => println!("- {text}"),
            DigestEvent::Summarize(Sentence::Done { summary }) => println!("({} bytes)", summary.len()),
            DigestEvent::Lifecycle(lifecycle) => println!("  {} {}", lifecycle.event_type(), event.path()),
        }
    }
    println!("{} words", run.output().await?.words);
    Ok(())
}
