use runnable::prelude::*;

async fn load(path: String) -> String {
    path
}

pipeline! {
    fn all(path: String) { load }
}

fn main() {}
