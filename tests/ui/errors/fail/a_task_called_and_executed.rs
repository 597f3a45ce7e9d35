use runnable::prelude::*;

#[task(returns = [words])]
async fn count(text: String) -> usize {
    text.split(' ').count()
}

async fn start() -> runnable::Result<usize> {
    Ok(count("one two".to_owned()).execute().await?.words)
}

fn main() {
    let _ = start();
}
