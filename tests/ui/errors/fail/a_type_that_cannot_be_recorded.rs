use runnable::{prelude::*, runner::Runner};

#[derive(Debug, Clone)]
pub struct Page;

#[task(returns = [page])]
async fn load(address: String) -> Page {
    drop(address);
    Page
}

#[task(returns = [words])]
async fn count(page: Page) -> usize {
    drop(page);
    1
}

pipeline! {
    fn load_and_count(address: String) { load >> count }
}

pipeline! {
    fn load_only(address: String) { load }
}

pipeline! {
    fn count_only(page: Page) { count }
}

async fn start(runner: &Runner) -> runnable::Result<()> {
    runner.run(load_and_count("a.org".to_owned())).await?;
    runner.run(load_only("a.org".to_owned())).run_id("load").await?;
    runner.run(count_only(Page)).await?;
    Ok(())
}

fn main() {
    drop(start);
}
