use runnable::prelude::*;

#[task(returns = [first])]
async fn first(text: &str) -> &str {
    text
}

fn main() {}
