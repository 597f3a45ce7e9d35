use runnable::prelude::*;

#[task(returns = [words])]
async fn count(text: Text) -> usize {
    text.len()
}

fn main() {}
