use runnable::prelude::*;

#[task(returns = [n])]
async fn wait() {}

fn main() {}
