use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { text: String, words: usize },
}

#[derive(Debug)]
struct Failed;

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("failed")
    }
}

impl std::error::Error for Failed {}

#[task]
async fn nothing() {}

#[task(returns = [n])]
async fn one(text: &str, words: &[String], maybe: &Option<String>) -> usize {
    text.len() + words.len() + usize::from(maybe.is_some())
}

#[task(returns = ["a", "b"])]
async fn pair(r#type: String) -> Result<(String, u32), Failed> {
    if r#type.is_empty() { Err(Failed) } else { Ok((r#type, 1)) }
}

#[task(returns = [n], blocking)]
fn on_a_thread(mut text: String) -> usize {
    text.push('!');
    text.len()
}

#[task(returns = [words, text])]
fn generate(text: String) -> impl Stream<Item = Token> {
    stream! {
        yield Token::Chunk { text: text.clone() };
        yield Token::Done { text, words: 1 };
    }
}

#[task(stream_end = "chunk", returns = [text])]
fn fallible_stream(text: &str) -> impl Stream<Item = Result<Token, Failed>> + Send {
    try_stream! {
        if text.is_empty() {
            Err(Failed)?;
        }
        yield Token::Chunk { text: text.to_owned() };
    }
}

#[task(returns = [text: String, score: f64], stream_end = "end")]
fn free_form() -> impl Stream<Item = DynEvent> {
    stream! { yield DynEvent::new("end").with("text", "").with("score", 1.0) }
}

fn main() {}
