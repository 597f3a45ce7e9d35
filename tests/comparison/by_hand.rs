#![allow(clippy::unused_async)]
use async_stream::stream;
use futures::{Stream, StreamExt, pin_mut};
use tokio::sync::mpsc;

enum Token {
    Chunk(String),
    Done(String),
}

fn generate(prompt: String) -> impl Stream<Item = Token> {
    stream! {
        let mut full_text = String::new();
        for word in prompt.split_inclusive(' ') {
            full_text.push_str(word);
            yield Token::Chunk(word.to_owned());
        }
        yield Token::Done(full_text);
    }
}

async fn count_words(full_text: &str) -> usize {
    full_text.split_whitespace().count()
}

async fn shout(full_text: &str) -> String {
    full_text.to_uppercase()
}

async fn work(prompt: String, events: mpsc::Sender<String>) -> Result<(usize, String), &'static str> {
    let tokens = generate(prompt);
    pin_mut!(tokens);
    let mut full_text = None;
    while let Some(token) = tokens.next().await {
        match token {
            Token::Chunk(text) => events.send(text).await.map_err(|_| "the reader is gone")?,
            Token::Done(text) => full_text = Some(text),
        }
    }
    let full_text = full_text.ok_or("the stream ended without its end event")?;
    Ok(tokio::join!(count_words(&full_text), shout(&full_text)))
}

pub(crate) async fn run(prompt: &str) -> (Vec<String>, usize, String) {
    let (sender, mut events) = mpsc::channel(1);
    let read = async {
        let mut chunks = vec![];
        while let Some(text) = events.recv().await {
            chunks.push(text);
        }
        chunks
    };
    let (output, chunks) = tokio::join!(work(prompt.to_owned(), sender), read);
    let (words, shouted) = output.unwrap();
    (chunks, words, shouted)
}
