use runnable::prelude::*;

#[task(returns = [a, a], timeot = "1s", idle_timeout = "1s")]
async fn pair((x, y): (u32, u32), text: impl Into<String>) -> (u32, u32) {
    (x, y)
}

fn main() {}
