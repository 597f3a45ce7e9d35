use runnable::prelude::*;

trait Loader {
    #[task(returns = [text])]
    async fn load(path: String) -> String;
}

fn main() {}
