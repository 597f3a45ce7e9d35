use runnable::prelude::*;

#[task(returns = [n])]
async extern "C" fn count() -> usize {
    1
}

fn main() {}
