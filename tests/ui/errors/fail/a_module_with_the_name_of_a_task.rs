use runnable::prelude::*;

mod count {
    pub fn words(text: &str) -> usize {
        text.split(' ').count()
    }
}

#[task(returns = [words])]
async fn count(text: String) -> usize {
    count::words(&text)
}

pipeline! {
    fn all(text: String) { count }
}

fn main() {}
