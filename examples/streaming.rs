//! A task that streams its answer word by word: `cargo run --example streaming`
use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Status { status: String },
    Chunk { text: String },
    Done { full_text: String },
}

/// Answers a prompt, one word at a time.
#[task(returns = [full_text])]
fn generate(prompt: String) -> impl Stream<Item = Token> {
    stream! {
        yield Token::Status { status: "thinking".into() };
        let mut full_text = String::new();
        for word in format!("Response to: {prompt}").split_inclusive(' ') {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            full_text.push_str(word);
            yield Token::Chunk { text: word.to_owned() };
        }
        yield Token::Done { full_text };
    }
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    let mut run = Generate { prompt: "what is a stream?".into() }.execute_streaming();
    while let Some(event) = run.next().await {
        match event.data() {
            Some(Token::Status { status }) => println!("[{status}]"),
            Some(Token::Chunk { text }) => println!("{text}"),
            Some(Token::Done { .. }) | None => {}
        }
    }
    println!("full text: {}", run.output().await?.full_text);
    Ok(())
}
