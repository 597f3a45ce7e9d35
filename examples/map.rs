//! One branch per item, two at a time, with results in item order: `cargo run --example map`
use runnable::prelude::*;
use std::time::Duration;

/// Translates a text. Events are free-form, so the attribute declares the types of the returns.
#[task(returns = [result: String])]
fn process_item(text: &str, language: String) -> impl Stream<Item = DynEvent> {
    stream! {
        yield DynEvent::status().with("status", format!("processing {language}"));
        tokio::time::sleep(Duration::from_millis(300)).await;
        yield DynEvent::done().with("result", format!("[{}] {text}", language.to_uppercase()));
    }
}

pipeline! {
    /// Translates a text into every language.
    fn process_languages(text: String, languages: Vec<String>) {
        map(languages as language, limit = 2) { process_item }
    }
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    let languages = ["spanish", "french", "german"].map(String::from).to_vec();
    let mut run = process_languages("good morning".into(), languages).execute_streaming();
    while let Some(event) = run.next().await {
        if let ProcessLanguagesEvent::ProcessItem(item) = event.data() {
            println!("{}: {item:?}", event.path());
        }
    }
    println!("{:?}", run.output().await?.result);
    Ok(())
}
