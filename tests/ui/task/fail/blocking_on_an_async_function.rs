use runnable::prelude::*;

#[task(returns = [n], blocking)]
async fn count() -> usize {
    1
}

fn main() {}
