use runnable::prelude::*;

#[task(returns = [receipt], effect = "once", retry(3))]
async fn pay(amount: u32) -> Result<u32, String> {
    Ok(amount)
}

fn main() {}
