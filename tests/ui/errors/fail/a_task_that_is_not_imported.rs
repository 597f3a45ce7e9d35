use runnable::prelude::*;

mod words {
    use runnable::prelude::*;

    #[task(returns = [words])]
    pub async fn count(text: String) -> usize {
        text.split(' ').count()
    }
}

pipeline! {
    fn all(text: String) { count }
}

fn main() {}
