//! Two concurrent branches: `cargo run --example parallel`
use runnable::prelude::*;
use std::time::Duration;

#[derive(Debug, Clone, TaskEvent)]
enum Spanish {
    Status { message: String },
    Done { spanish_translation: String },
}

#[derive(Debug, Clone, TaskEvent)]
enum French {
    Status { message: String },
    Done { french_translation: String },
}

/// Translates into Spanish.
#[task(returns = [spanish_translation])]
fn translate_spanish(text: &str) -> impl Stream<Item = Spanish> {
    stream! {
        yield Spanish::Status { message: "translating to Spanish".into() };
        tokio::time::sleep(Duration::from_millis(500)).await;
        yield Spanish::Done { spanish_translation: format!("ES: {text}") };
    }
}

/// Translates into French.
#[task(returns = [french_translation])]
fn translate_french(text: &str) -> impl Stream<Item = French> {
    stream! {
        yield French::Status { message: "translating to French".into() };
        tokio::time::sleep(Duration::from_millis(400)).await;
        yield French::Done { french_translation: format!("FR: {text}") };
    }
}

pipeline! {
    /// Translates a text into two languages concurrently.
    fn translate_both(text: String) {
        parallel { spanish: translate_spanish, french: translate_french }
    }
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    let mut run = translate_both("good morning".into()).execute_streaming();
    while let Some(event) = run.next().await {
        match event.data() {
            TranslateBothEvent::Spanish(Spanish::Status { message })
            | TranslateBothEvent::French(French::Status { message }) => println!("{}: {message}", event.path()),
            _ => {}
        }
    }
    let output = run.output().await?;
    println!("{}\n{}", output.spanish_translation, output.french_translation);
    Ok(())
}
