use runnable::prelude::*;

#[task(returns = [n])]
async fn count(text: impl Into<String>) -> usize {
    text.into().len()
}

fn main() {}
