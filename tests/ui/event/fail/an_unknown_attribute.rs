use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    #[event(name = "part")]
    Chunk { text: String },
}

fn main() {}
