use runnable::{prelude::*, runner::Runner};

#[task(returns = [words])]
async fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

#[task(returns = [loud])]
async fn shout(text: &str) -> String {
    text.to_uppercase()
}

pipeline! {
    pub(crate) fn describe(text: String) -> [words, loud] {
        parallel { count, shout }
    }
}

pub(crate) async fn start(runner: &Runner, text: String) -> runnable::Result<DescribeOutput> {
    runner.run(describe(text)).run_id("today").await
}

/// Called after a crash, in a new process.
pub(crate) async fn resume(runner: &Runner) -> runnable::Result<DescribeOutput> {
    runner.resume::<Describe>("today").await
}
