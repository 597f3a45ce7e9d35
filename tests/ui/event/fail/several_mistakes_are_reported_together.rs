use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk(String),
    #[event(rename = "")]
    Part { r#type: String },
}

fn main() {}
