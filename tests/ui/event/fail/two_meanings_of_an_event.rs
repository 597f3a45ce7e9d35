use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Say {
    #[event(text, reasoning)]
    Piece { text: String },
}

fn main() {}
