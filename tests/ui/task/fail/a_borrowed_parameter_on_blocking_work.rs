use runnable::prelude::*;

#[task(returns = [n], blocking)]
fn count(words: &[String]) -> usize {
    words.len()
}

fn main() {}
