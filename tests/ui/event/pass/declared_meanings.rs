//! Meanings leave the names on the wire as they are.

#![deny(warnings)]

use runnable::{DeclaredMeaning, EventMeaning, WireEvent, prelude::*};

#[derive(Debug, Clone, TaskEvent)]
pub enum Say {
    #[event(reasoning)]
    Thought {
        #[event(text)]
        delta: String,
    },
    #[event(tool_call, rename = "calling")]
    Call {
        #[event(id, rename = "callId")]
        call: String,
        name: String,
    },
    #[event(custom)]
    Chunk { text: String },
    Done { answer: String },
}

#[task(returns = [answer])]
fn think() -> impl Stream<Item = Say> {
    stream! {
        yield Say::Thought { delta: "hm".to_owned() };
        yield Say::Done { answer: "yes".to_owned() };
    }
}

pipeline! {
    fn answer() -> [answer] { think }
}

fn main() {
    let mut meanings = Vec::new();
    AnswerEvent::meanings(&mut meanings);
    let expected = [
        DeclaredMeaning::new("thought", EventMeaning::Reasoning, &[("text", "delta")]),
        DeclaredMeaning::new("calling", EventMeaning::ToolCall, &[("id", "callId")]),
        DeclaredMeaning::new("chunk", EventMeaning::Custom, &[]),
    ];
    assert_eq!(meanings, expected);
    assert_eq!(serde_json::to_string(&Say::Thought { delta: "a".into() }).unwrap(), r#"{"type":"thought","delta":"a"}"#);
}
