use runnable::prelude::*;

#[task(returns = [n: usize])]
async fn count() -> usize {
    1
}

fn main() {}
