use runnable::prelude::*;

#[task(returns = [n])]
async fn count(_: String) -> usize {
    1
}

fn main() {}
