use runnable::prelude::*;

#[task(returns = [n])]
fn count(text: &str) -> usize {
    text.len()
}

fn main() {}
