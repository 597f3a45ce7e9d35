use runnable::prelude::*;

#[task(returns = [a, a])]
async fn pair() -> (u32, u32) {
    (1, 2)
}

fn main() {}
