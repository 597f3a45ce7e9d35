use runnable::prelude::*;

#[task(returns = [n], spawn, blocking)]
fn count() -> usize {
    1
}

fn main() {}
