use runnable::prelude::*;

enum Source {
    File(String),
    Url(String),
}

#[task(returns = [words])]
async fn count(path: String) -> usize {
    path.len()
}

pipeline! {
    fn all(sources: Vec<Source>) { map(sources as Source::File(path)) { count } }
}

fn main() {}
