use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
struct Token {
    text: String,
}

fn main() {}
