use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    #[event(rename = "chunk")]
    Part { text: String },
}

fn main() {}
