use runnable::prelude::*;

#[task(returns = n)]
async fn wait() -> u32 {
    1
}

fn main() {}
