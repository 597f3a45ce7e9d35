use runnable::prelude::*;

#[task(returns = [n], blocking(detached))]
fn count(text: String) -> usize {
    text.len()
}

fn main() {}
