use runnable::prelude::*;

struct Count;

#[task(returns = [n])]
async fn count() -> usize {
    1
}

fn main() {}
