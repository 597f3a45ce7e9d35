use runnable::prelude::*;

#[task(returns = [n])]
async fn count((a, b): (usize, usize)) -> usize {
    a + b
}

fn main() {}
