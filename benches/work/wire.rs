//! A thousand events written as frames of server-sent events.
use super::*;
use futures::StreamExt;
use runnable::Event;
use serde::Serialize;
use std::{io, sync::LazyLock};

/// The number of frames that each workload writes.
pub const FRAMES: usize = 1000;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { full_text: String },
}

#[task(returns = [full_text])]
fn generate(prompt: String) -> impl Stream<Item = Token> {
    stream! {
        yield Token::Chunk { text: prompt.clone() };
        yield Token::Done { full_text: prompt };
    }
}

pipeline! { fn answer(prompt: String) -> [full_text] { generate } }

/// An event of a step as a reader receives it.
static EVENT: LazyLock<Event<AnswerEvent>> = LazyLock::new(|| {
    let event = answer("good morning".into())
        .execute_streaming()
        .skip_while(|event| std::future::ready(event.lifecycle().is_some()));
    futures::executor::block_on(std::pin::pin!(event).next()).expect("an event")
});

/// The envelope of the event with every text formatted in advance.
#[derive(Serialize)]
struct Envelope {
    v: u32,
    id: String,
    seq: u64,
    run: String,
    r#type: &'static str,
    ts: String,
    path: Vec<String>,
    attempt: u32,
    data: Data,
}

#[derive(Serialize)]
struct Data {
    text: &'static str,
}

static ENVELOPE: LazyLock<Envelope> = LazyLock::new(|| {
    let json = serde_json::to_value(&*EVENT).expect("an event serializes");
    let text = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
    let envelope = Envelope {
        v: 1,
        id: text("id"),
        seq: EVENT.seq(),
        run: text("run"),
        r#type: "chunk",
        ts: text("ts"),
        path: json["path"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect(),
        attempt: EVENT.attempt(),
        data: Data { text: "good morning" },
    };
    assert_eq!(serde_json::to_string(&envelope).ok(), serde_json::to_string(&*EVENT).ok(), "both write the same JSON");
    envelope
});

fn repeat(mut write: impl FnMut(&mut Vec<u8>) -> io::Result<()>) {
    let mut buffer = Vec::with_capacity(1024);
    for _ in 0..FRAMES {
        buffer.clear();
        write(&mut buffer).expect("writing to memory succeeds");
        black_box(&buffer);
    }
}

/// The limit: `to_writer` of a plain struct of texts.
pub async fn to_writer() {
    let envelope = black_box(&*ENVELOPE);
    repeat(|buffer| Ok(serde_json::to_writer(buffer, envelope)?));
}

/// `to_writer` of an event into a reused buffer.
pub async fn event_to_writer() {
    let event = black_box(&*EVENT);
    repeat(|buffer| Ok(serde_json::to_writer(buffer, event)?));
}

/// An event as a frame in a reused buffer.
pub async fn frame() {
    let event = black_box(&*EVENT);
    repeat(|buffer| {
        buffer.extend_from_slice(b"id: ");
        buffer.extend_from_slice(event.id().as_str().as_bytes());
        buffer.extend_from_slice(b"\ndata: ");
        event.write_json(buffer)?;
        buffer.extend_from_slice(b"\n\n");
        Ok(())
    });
}
