use runnable::prelude::*;

#[task(returns = [words])]
async fn count(text: String) -> usize {
    text.split(' ').count()
}

pipeline! { count }

fn main() {}
