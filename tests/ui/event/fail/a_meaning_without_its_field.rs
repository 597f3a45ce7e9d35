use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Say {
    #[event(reasoning)]
    Thought { delta: String },
    #[event(tool_call)]
    Calling { id: u32 },
    #[event(source)]
    Seen,
}

fn main() {}
