use runnable::prelude::*;

#[task(returns = [n])]
async fn count(text: &mut String) -> usize {
    text.len()
}

fn main() {}
