use runnable::prelude::*;

#[task(returns = [n])]
async unsafe fn count() -> usize {
    1
}

fn main() {}
