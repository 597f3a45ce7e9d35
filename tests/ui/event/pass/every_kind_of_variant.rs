use runnable::prelude::*;

#[derive(Debug, Clone, PartialEq, TaskEvent)]
enum Token {
    Started,
    Empty {},
    Chunk { text: String, r#final: bool },
    #[event(rename = "END")]
    Done { full_text: String },
}

#[derive(Debug, Clone, TaskEvent)]
enum Never {}

fn main() {
    assert_eq!(Token::Chunk { text: String::new(), r#final: true }.event_type(), "chunk");
    assert_eq!(Token::Done { full_text: String::new() }.event_type(), "END");
    assert_eq!(Token::Started.event_type(), "started");
    assert_eq!(Token::VARIANTS[2], ("chunk", &["text", "final"][..]));
    assert_eq!(Never::VARIANTS.len(), 0);
}
