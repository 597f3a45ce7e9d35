use runnable::prelude::*;

struct Counter;

impl Counter {
    #[task(returns = [words])]
    async fn count(text: String) -> usize {
        text.split(' ').count()
    }
}

#[task(returns = [letters])]
async fn spell(text: String) -> usize {
    text.len()
}

impl Counter {
    pipeline! {
        fn all(text: String) { spell }
    }
}

fn main() {
    let _ = Counter;
}
