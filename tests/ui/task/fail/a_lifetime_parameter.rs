use runnable::prelude::*;

#[task(returns = [n])]
async fn count<'a>(text: &'a str) -> usize {
    text.len()
}

fn main() {}
