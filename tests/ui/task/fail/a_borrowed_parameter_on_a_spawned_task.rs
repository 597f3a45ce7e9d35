use runnable::prelude::*;

#[task(returns = [n], spawn)]
async fn count(text: &str) -> usize {
    text.len()
}

fn main() {}
