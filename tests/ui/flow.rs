// Types and tasks for the cases of `match`, `if`, `repeat` and `try`, in addition to `tasks.rs`.

#[task(returns = [text])]
async fn measure(text: &str) -> usize {
    text.len()
}

#[task(returns = [report])]
async fn report(error: runnable::Error) -> String {
    error.to_string()
}

pub enum Mood {
    Calm,
    Angry,
}
