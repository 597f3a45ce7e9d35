use runnable::prelude::*;

#[task(returns = [n], blocking)]
const fn count() -> usize {
    1
}

fn main() {}
