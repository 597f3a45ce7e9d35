use runnable::prelude::*;

#[task(returns = [n])]
async fn count<T: Send + 'static>(items: Vec<T>) -> usize {
    items.len()
}

fn main() {}
