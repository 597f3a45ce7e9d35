use runnable::prelude::*;

#[task(returns = [words])]
async fn count(text: String) -> usize {
    text.split(' ').count()
}

pipeline! {
    fn all(text: String) { count }
}

async fn start(runner: &Runner) -> runnable::Result<usize> {
    Ok(runner.run(all).await?.words)
}

fn main() {
    let _ = start;
}
