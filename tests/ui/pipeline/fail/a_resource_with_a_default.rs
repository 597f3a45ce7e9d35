use runnable::prelude::*;

#[task(returns = [n])]
async fn count(client: &u32) -> u32 {
    *client
}

pipeline! {
    fn counts(#[resource] client: u32 = 3) { count }
}

fn main() {}
