use runnable::prelude::*;

struct Pool;

#[task(returns = [rows])]
async fn query(#[resource] pool: &Pool) -> usize {
    let _ = pool;
    1
}

fn main() {}
