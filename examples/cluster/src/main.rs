//! A pipeline on a cluster: `cluster worker CONFIG` is one worker of many, and `cluster run CONFIG` starts a run and follows it.
//!
//! `cargo xtask cluster` starts the servers and two workers, and kills the worker that has the run.

use runnable::prelude::*;
use runnable_cluster::{Cluster, ClusterError, Worker};
use std::{process::ExitCode, time::Duration};

/// Events of an answer.
#[derive(Debug, Clone, TaskEvent)]
enum Token {
    /// A word of the answer.
    Chunk { text: String },
    /// The end of the answer.
    Done { full_text: String },
}

/// Streams a text word by word.
#[task(returns = [full_text])]
fn generate(topic: String) -> impl Stream<Item = Token> {
    stream! {
        eprintln!("process {} generates", std::process::id());
        let full_text = format!("A few words about {topic}, one after the other, on whichever worker is alive.");
        for word in full_text.split_inclusive(' ') {
            tokio::time::sleep(Duration::from_millis(120)).await;
            yield Token::Chunk { text: word.to_owned() };
        }
        yield Token::Done { full_text };
    }
}

#[task(returns = [translation])]
async fn translate(full_text: &str, language: String) -> String {
    eprintln!("process {} translates into {language}", std::process::id());
    tokio::time::sleep(Duration::from_millis(500)).await;
    format!("[{language}] {full_text}")
}

pipeline! {
    /// Generates a text and translates it into every language, one after the other.
    fn translate_all(topic: String, languages: Vec<String>) -> [full_text, translation] {
        generate >> map(languages as language, limit = 1) { translate }
    }
}

async fn run(config: &str) -> Result<(), ClusterError> {
    let cluster = Cluster::from_config(config).await?;
    let languages = ["de", "es", "fr", "it", "pt"].map(str::to_owned);
    let run = cluster.start(translate_all("clusters".to_owned(), languages.into())).await?.run_id;
    let mut events = cluster.events(&run, 0).await?;
    while let Some(event) = events.next().await {
        let event = event?;
        let event = event.event();
        let data = event.data().map_or("", |data| data.get());
        println!("{:>3}  {:<14} {:<28} {data}", event.seq(), event.event_type(), event.path().get());
    }
    let output = cluster.output::<TranslateAll>(&run).await?;
    println!("{}\n{} translations", output.full_text, output.translation.len());
    Ok(())
}

#[tokio::main]
async fn main() -> Result<ExitCode, ClusterError> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["worker", config] => {
            tracing_subscriber::fmt().with_writer(std::io::stderr).init();
            Worker::from_config(config)?.pipeline::<TranslateAll>().serve().await?;
        }
        ["run", config] => run(config).await?,
        _ => {
            eprintln!("usage: cluster worker CONFIG | cluster run CONFIG");
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}
