include!("../../tasks.rs");

mod tasks {
    pub mod text {
        use runnable::prelude::*;

        #[task(returns = [text])]
        pub async fn trim(text: String) -> String {
            text.trim().to_owned()
        }

        #[task(returns = [text])]
        pub async fn shorten(mut text: String) -> String {
            text.truncate(80);
            text
        }
    }
}

pipeline! {
    fn all(path: String) {
        load
            >> tasks::text::trim
            >> labelled: self::tasks::text::trim
            >> parallel { tasks::text::shorten -> [text as a], other: tasks::text::trim -> [text as b] }
            >> last: crate::tasks::text::trim
    }
}

fn main() {}
