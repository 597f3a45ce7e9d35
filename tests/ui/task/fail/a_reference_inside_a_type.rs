use runnable::prelude::*;

#[task(returns = [n])]
async fn count(text: Option<&str>) -> usize {
    text.map_or(0, str::len)
}

fn main() {}
