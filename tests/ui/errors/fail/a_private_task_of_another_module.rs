use runnable::prelude::*;

mod words {
    use runnable::prelude::*;

    #[task(returns = [words])]
    async fn count(text: String) -> usize {
        text.split(' ').count()
    }
}

pipeline! {
    fn all(text: String) { words::count }
}

fn main() {}
