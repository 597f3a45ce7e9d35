//! Reads a document and tells what is in it, live: `cargo run --example digest -- FILE [--json]` (default: the README).
//!
//! Steps and progress are on stderr, the summary on stdout; `--json` writes one envelope a line instead.
mod stop_words;
mod text;

use indicatif::{ProgressBar, ProgressStyle};
use runnable::{Outcome, prelude::*};
use std::{
    collections::HashMap,
    fs::File,
    io::{BufReader, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};
use text::{Keyword, ReadError, Stats};

#[derive(Debug, Clone, TaskEvent)]
enum Reading {
    Progress { sentences: u64 },
}

#[derive(Debug, Clone, TaskEvent)]
enum Sentence {
    Chunk { text: String },
    Done { summary: Vec<String> },
}

fn open(path: &Path) -> Result<BufReader<File>, ReadError> {
    Ok(BufReader::new(File::open(path)?))
}

/// Counts words and sentences, and tells how far it is.
#[task(returns = [stats], blocking)]
fn measure(path: PathBuf, events: Emitter<Reading>, cancellation: Cancellation) -> Result<Stats, ReadError> {
    let mut stats = Stats::default();
    text::for_each_sentence(open(&path)?, |sentence| {
        stats.add_sentence(sentence);
        if stats.sentences.is_multiple_of(20_000) {
            events.emit_blocking(Reading::Progress { sentences: stats.sentences });
        }
        if cancellation.is_cancelled() {
            return std::ops::ControlFlow::Break(());
        }
        std::ops::ControlFlow::Continue(())
    })?;
    Ok(stats)
}

/// Finds the words that the document is about.
#[task(returns = [keywords], blocking)]
fn find_keywords(path: PathBuf, count: usize) -> Result<Vec<Keyword>, ReadError> {
    text::keywords(open(&path)?, count)
}

/// Finds the first sentences around a keyword.
#[task(returns = [sentences], blocking)]
fn find_sentences(path: PathBuf, keyword: Keyword) -> Result<Vec<String>, ReadError> {
    text::sentences_around(open(&path)?, &keyword.word)
}

/// Chooses the best sentences, then gives them one by one.
#[task(returns = [summary])]
fn summarize(
    path: PathBuf,
    keywords: &[Keyword],
    length: usize,
) -> impl Stream<Item = Result<Sentence, runnable::BoxError>> {
    let keywords = keywords.to_vec();
    try_stream! {
        let summary = tokio::task::spawn_blocking(move || text::summarize(open(&path)?, &keywords, length)).await??;
        for text in &summary {
            yield Sentence::Chunk { text: text.clone() };
        }
        yield Sentence::Done { summary };
    }
}

pipeline! {
    /// Measures a document, finds its keywords and the sentences around each, and summarizes it.
    fn digest(path: PathBuf, count: usize, length: usize) -> [stats, keywords, sentences, summary] {
        parallel { measure, find_keywords }
            >> map(keywords as keyword, limit = 2) { find_sentences }
            >> summarize
    }
}

/// What the user asked for.
struct Args {
    path: PathBuf,
    json: bool,
}

fn args() -> Result<Args, String> {
    let mut args = Args { path: Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), json: false };
    let mut files = 0;
    for arg in std::env::args_os().skip(1) {
        match arg.to_str() {
            Some("--json") => args.json = true,
            Some(option) if option.starts_with("--") => {
                return Err(format!("unknown option `{option}`\nusage: digest [FILE] [--json]"));
            }
            _ => {
                files += 1;
                args.path = arg.into();
            }
        }
    }
    if files > 1 { Err("one file at a time\nusage: digest [FILE] [--json]".to_owned()) } else { Ok(args) }
}

/// One line a step on stderr.
#[derive(Default)]
struct Progress(HashMap<String, ProgressBar>);

impl Progress {
    fn show(&mut self, path: &str, lifecycle: &Lifecycle) {
        match lifecycle {
            Lifecycle::StepStarted => {
                let style = ProgressStyle::with_template("{spinner} {prefix} {msg}");
                let bar = ProgressBar::new_spinner().with_prefix(path.to_owned());
                bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
                bar.tick();
                self.0.insert(path.to_owned(), bar);
            }
            Lifecycle::StepFinished(outcome) => {
                if let Some(bar) = self.0.remove(path) {
                    bar.finish_and_clear();
                }
                eprintln!("{} {path}", if *outcome == Outcome::Success { "done" } else { outcome.name() });
            }
            _ => {}
        }
    }

    fn message(&self, path: &str, message: String) {
        if let Some(bar) = self.0.get(path) {
            bar.set_message(message);
        }
    }
}

async fn run(args: Args) -> Result<(), Box<dyn std::error::Error>> {
    let mut run = digest(args.path, 5, 5).execute_streaming();
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
            DigestEvent::Summarize(Sentence::Chunk { text }) => writeln!(out, "{text}")?,
            DigestEvent::Summarize(Sentence::Done { .. }) => {}
        }
    }
    let output = run.output().await?;
    if !args.json {
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
    Ok(())
}

#[tokio::main]
async fn main() -> ExitCode {
    let args = match args() {
        Ok(args) => args,
        Err(usage) => {
            eprintln!("error: {usage}");
            return ExitCode::from(2);
        }
    };
    let name = args.path.display().to_string();
    match run(args).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {name}: {error}");
            ExitCode::FAILURE
        }
    }
}
