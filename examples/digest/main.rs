//! Streams a summary of a document: `cargo run --example digest -- [FILE] [--limit N] [--json]`
//!
//! The default file is the README and the default limit 600 characters. The summary goes to stdout,
//! steps and progress to stderr. `--json` prints the events of the run to stdout instead, one
//! envelope per line.
mod args;
mod document;
mod keywords;
mod markdown;
mod progress;
mod read;
mod sentences;
mod stop_words;
mod summary;
#[cfg(test)]
mod tests;
mod words;

use args::Args;
use document::Document;
use keywords::Keyword;
use progress::Progress;
use read::ReadError;
use runnable::{BoxError, prelude::*};
use std::{error::Error, io::Write, ops::ControlFlow, process::ExitCode};
use summary::Candidate;
use words::{Size, Stats};

#[derive(Debug, Clone, TaskEvent)]
enum Reading {
    Progress { sentences: u64 },
}

#[derive(Debug, Clone, TaskEvent)]
enum Sentence {
    Chunk { text: String },
    Done { summary: Vec<String> },
}

/// Counts words and sentences, and reports its progress.
#[task(returns = [stats], blocking)]
fn measure(document: Document, events: Emitter<Reading>, cancellation: Cancellation) -> Result<Stats, ReadError> {
    let mut stats = Stats::default();
    sentences::for_each_sentence(document.open(cancellation)?, |sentence| {
        stats.add_sentence(sentence);
        if stats.sentences.is_multiple_of(20_000) {
            events.emit_blocking(Reading::Progress { sentences: stats.sentences });
        }
        ControlFlow::Continue(())
    })?;
    if stats.sentences == 0 { Err(ReadError::Empty) } else { Ok(stats) }
}

/// Finds the keywords of a document.
#[task(returns = [keywords], blocking)]
fn find_keywords(document: Document, cancellation: Cancellation) -> Result<Vec<Keyword>, ReadError> {
    keywords::keywords(document.open(cancellation)?, 5)
}

/// Finds the first sentences that contain a keyword.
#[task(returns = [sentences], blocking)]
fn find_sentences(document: Document, keyword: Keyword, cancellation: Cancellation) -> Result<Vec<String>, ReadError> {
    keywords::sentences_around(document.open(cancellation)?, &keyword.word)
}

/// Streams every sentence of a short document while reading it.
#[task(returns = [summary], blocking)]
fn whole(document: Document, events: Emitter<Sentence>, cancellation: Cancellation) -> Result<Vec<String>, ReadError> {
    let mut summary = vec![];
    sentences::for_each_sentence(document.open(cancellation)?, |sentence| {
        events.emit_blocking(Sentence::Chunk { text: sentence.to_owned() });
        summary.push(sentence.to_owned());
        ControlFlow::Continue(())
    })?;
    Ok(summary)
}

/// Chooses the sentences that are most relevant to the keywords, best first.
#[task(returns = [best], blocking)]
fn choose(
    document: Document,
    keywords: Vec<Keyword>,
    count: usize,
    cancellation: Cancellation,
) -> Result<Vec<Candidate>, ReadError> {
    summary::best_sentences(document.open(cancellation)?, &keywords, count)
}

/// Puts the chosen sentences in reading order and drops the worst, one more in every iteration.
#[task(returns = [chosen, length])]
async fn shorten(best: &[Candidate], turn: usize, limit: usize) -> (Vec<String>, usize) {
    let chosen = summary::without_worst(best, turn, limit);
    let length = chosen.iter().map(|sentence| words::length(sentence)).sum();
    (chosen, length)
}

/// Streams the summary sentence by sentence.
#[task(returns = [summary])]
fn stream_summary(chosen: Vec<String>) -> impl Stream<Item = Sentence> {
    stream! {
        for text in &chosen {
            yield Sentence::Chunk { text: text.clone() };
        }
        yield Sentence::Done { summary: chosen };
    }
}

pipeline! {
    /// Measures a document, finds its keywords and their context, and summarizes it in `limit`
    /// characters.
    fn digest(document: Document, limit: usize) -> [stats, keywords, sentences, summary] {
        parallel { measure, find_keywords }
            >> map(keywords as keyword, limit = 2) { find_sentences }
            >> match stats.size(limit) {
                Size::Short => whole,
                Size::Long { count } => choose
                    >> repeat(max = count, index as turn) { shorten } until(length <= limit)
                    >> stream_summary,
            }
    }
}

async fn run(args: Args) -> Result<(), BoxError> {
    let document = Document::new(args.path)?;
    let mut run = digest(document, args.limit).execute_streaming();
    let mut progress = Progress::default();
    let mut out = std::io::stdout().lock();
    while let Some(event) = run.next().await {
        if args.json {
            serde_json::to_writer(&mut out, &event)?;
            writeln!(out)?;
            continue;
        }
        let path = event.path().to_string();
        match event.data() {
            DigestEvent::Lifecycle(lifecycle) => progress.show(&path, lifecycle),
            DigestEvent::Measure(Reading::Progress { sentences }) => {
                progress.message(&path, format!("{sentences} sentences"));
            }
            DigestEvent::Whole(Sentence::Chunk { text }) | DigestEvent::StreamSummary(Sentence::Chunk { text }) => {
                progress.suspend(|| writeln!(out, "{text}"))?;
            }
            DigestEvent::Whole(Sentence::Done { .. }) | DigestEvent::StreamSummary(Sentence::Done { .. }) => {}
        }
    }
    let output = run.output().await?;
    if !args.json {
        report(&output);
    }
    Ok(())
}

/// Prints statistics, keywords and their context to stderr.
fn report(output: &DigestOutput) {
    let Stats { words, sentences, .. } = output.stats;
    let ease = output.stats.reading_ease().map_or_else(|| "unknown".to_owned(), |ease| format!("{ease:.0}"));
    eprintln!("\n{words} words in {sentences} sentences, reading ease {ease}");
    for (keyword, around) in output.keywords.iter().zip(&output.sentences) {
        eprintln!("\n{} ({} times)", keyword.word, keyword.count);
        for sentence in around {
            eprintln!("  - {sentence}");
        }
    }
}

/// Returns the first cause of `error` that is a `T`.
fn cause<'a, T: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a T> {
    std::iter::successors(Some(error), |&error| error.source()).find_map(|error| error.downcast_ref())
}

/// Returns true if the reader of stdout has closed it, as `head` does.
fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    let kind = cause::<std::io::Error>(error).map(std::io::Error::kind);
    let json = cause::<serde_json::Error>(error).and_then(serde_json::Error::io_error_kind);
    kind.or(json) == Some(std::io::ErrorKind::BrokenPipe)
}

#[tokio::main]
async fn main() -> ExitCode {
    let args = match Args::parse(std::env::args_os().skip(1)) {
        Ok(args) => args,
        Err(message) => {
            eprintln!("error: {message}\nusage: digest [FILE] [--limit N] [--json]");
            return ExitCode::from(2);
        }
    };
    let name = args.path.display().to_string();
    match run(args).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            match cause::<ReadError>(&*error) {
                Some(read) => eprintln!("error: {name}: {read}\nhelp: {}", read.help()),
                None => eprintln!("error: {name}: {error:#}"),
            }
            ExitCode::FAILURE
        }
    }
}
