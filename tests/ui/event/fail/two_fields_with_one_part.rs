use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Say {
    #[event(text)]
    Piece {
        #[event(text)]
        first: String,
        #[event(text)]
        second: String,
    },
}

fn main() {}
