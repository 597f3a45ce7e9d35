use runnable::prelude::*;
use serde::Serialize;

#[derive(Debug, Clone, Serialize, TaskEvent)]
enum Token {
    Chunk { text: String },
}

fn main() {}
