use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    #[event = "chunk"]
    Piece { text: String },
    #[event("done")]
    End { full_text: String },
}

fn main() {}
