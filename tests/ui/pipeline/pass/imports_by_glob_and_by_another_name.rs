include!("../../tasks.rs");

mod tasks {
    use runnable::prelude::*;

    #[task(returns = [text])]
    pub async fn trim(text: String) -> String {
        text.trim().to_owned()
    }

    pipeline! {
        pub fn twice(text: String) { trim >> again: trim }
    }
}

mod by_glob {
    use super::tasks::*;
    use runnable::prelude::*;

    pipeline! {
        pub fn all(text: String) { trim >> twice }
    }
}

mod by_another_name {
    use super::tasks::{trim as tidy, twice as more};
    use runnable::prelude::*;

    pipeline! {
        pub fn all(text: String) { tidy >> more }
    }
}

fn main() {}
