use runnable::prelude::*;

#[task(returns = [words, text])]
async fn read(path: String) -> (usize, Result<String, String>) {
    (1, Ok(path))
}

// A `Result` under another name is a value.
type Answer = Result<String, String>;

#[task(returns = [words, answer])]
async fn ask(path: String) -> (usize, Answer) {
    (1, Ok(path))
}

fn main() {}
