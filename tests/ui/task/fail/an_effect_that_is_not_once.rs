use runnable::prelude::*;

#[task(returns = [receipt], effect = "twice")]
async fn pay(amount: u32) -> u32 {
    amount
}

#[task(effect)]
async fn ship() {}

fn main() {}
