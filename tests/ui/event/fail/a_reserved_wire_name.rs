use runnable::prelude::*;

#[derive(TaskEvent)]
enum Token {
    Gap,
    #[event(rename = "run.finished")]
    Done,
    #[event(rename = "step.skipped")]
    Skipped { reason: String },
    #[event(rename = "runner.started")]
    Started,
}

fn main() {}
