use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token<T> {
    Chunk { text: T },
}

fn main() {}
