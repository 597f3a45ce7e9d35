use runnable::prelude::*;

#[task(returns = [n], stream_end = "done")]
async fn count() -> u32 {
    1
}

fn main() {}
