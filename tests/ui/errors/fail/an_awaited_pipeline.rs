use runnable::prelude::*;

#[task(returns = [words])]
async fn count(text: String) -> usize {
    text.split(' ').count()
}

pipeline! {
    fn all(text: String) { count }
}

async fn start() -> runnable::Result<usize> {
    Ok(all("one two".to_owned()).await?.words)
}

fn main() {
    let _ = start();
}
