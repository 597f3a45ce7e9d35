use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
#[event(reasoning)]
enum Say {
    Piece { text: String },
    #[event(reasoning = "thought")]
    Thought { text: String },
}

fn main() {}
