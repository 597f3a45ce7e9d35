use runnable::prelude::*;


mod load {
    use runnable::prelude::*;

    #[task(returns = [text])]
    pub async fn load(path: String) -> String {
        path
    }
}

pipeline! {
    fn all(path: String) { load::load }
}

fn main() {}
