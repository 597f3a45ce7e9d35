//! Summarizes a document: `cargo run -p digest_file -- run digest --document README.md`
//!
//! The output goes to stdout as JSON, the progress to stderr; `--events text` shows the events of the
//! run as they arrive.
mod document;
mod keywords;
mod markdown;
mod read;
mod sentences;
mod stop_words;
mod summary;
#[cfg(test)]
mod tests;
mod words;

use document::Document;
use keywords::Keyword;
use read::ReadError;
use runnable::prelude::*;
use std::ops::ControlFlow;
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
#[task(returns = [stats, reading_ease], blocking)]
fn measure(
    document: Document,
    events: Emitter<Reading>,
    cancellation: Cancellation,
) -> Result<(Stats, Option<f64>), ReadError> {
    let mut stats = Stats::default();
    sentences::for_each_sentence(document.open(cancellation)?, |sentence| {
        stats.add_sentence(sentence);
        if stats.sentences.is_multiple_of(20_000) {
            events.emit_blocking(Reading::Progress { sentences: stats.sentences });
        }
        ControlFlow::Continue(())
    })?;
    if stats.sentences == 0 { Err(ReadError::Empty) } else { Ok((stats, stats.reading_ease())) }
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
    /// Measures a document, finds its keywords and their context, and summarizes it.
    fn digest(
        /// A text or Markdown file, of any size.
        document: Document,
        /// The length of the summary, in characters.
        limit: usize = 600,
    ) -> [stats, reading_ease, keywords, sentences, summary] {
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

runnable_cli::main!(digest);
