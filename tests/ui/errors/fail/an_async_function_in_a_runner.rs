use runnable::{prelude::*, runner::Runner};

#[task(returns = [words])]
async fn count(text: String) -> usize {
    text.split(' ').count()
}

async fn by_hand(text: String) -> usize {
    text.len()
}

async fn start(runner: &Runner) -> runnable::Result<()> {
    runner.run(by_hand("one two".to_owned())).await?;
    runner.run(count("one two".to_owned())).run_id("count").await?;
    runner.resume::<CountOutput>("count").await?;
    Ok(())
}

async fn start_any<N: Node>(runner: &Runner, node: N) -> runnable::Result<()> {
    runner.run(node).await.map(drop)
}

fn main() {
    drop(start);
    drop(start_any::<Count>);
}
