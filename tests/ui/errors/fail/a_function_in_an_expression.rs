use runnable::prelude::*;

#[task(returns = [words])]
async fn count(text: String) -> usize {
    text.split(' ').count()
}

fn main() {
    let all = pipeline! {
        fn all(text: String) { count }
    };
    drop(all);
}
