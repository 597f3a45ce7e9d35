use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Say {
    #[event(reasoning)]
    Thought {
        #[event(text)]
        delta: String,
        #[event(url)]
        from: String,
    },
    #[event(status)]
    Busy {
        #[event(text)]
        with: String,
    },
}

fn main() {}
