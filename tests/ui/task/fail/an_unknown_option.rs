use runnable::prelude::*;

#[task(returns = [n], timout = "3s")]
async fn count() -> u32 {
    1
}

fn main() {}
