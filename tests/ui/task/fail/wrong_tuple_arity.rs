use runnable::prelude::*;

#[task(returns = [a, b, c])]
async fn pair() -> (u32, u32) {
    (1, 2)
}

fn main() {}
