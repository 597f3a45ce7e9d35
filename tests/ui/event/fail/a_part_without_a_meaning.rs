use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Say {
    Piece {
        #[event(text)]
        delta: String,
    },
}

fn main() {}
