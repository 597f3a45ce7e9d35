use runnable::prelude::*;

struct Counter;

impl Counter {
    #[task(returns = [n])]
    async fn count(self) -> usize {
        1
    }
}

fn main() {}
