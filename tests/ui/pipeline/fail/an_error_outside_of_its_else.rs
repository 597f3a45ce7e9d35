use runnable::prelude::*;

#[task(returns = [text])]
async fn load(path: String) -> String {
    path
}

#[task(returns = [words])]
async fn count_words(text: &str) -> usize {
    text.len()
}

#[task(returns = [text])]
async fn shout(text: String) -> String {
    text.to_uppercase()
}

#[task(returns = [text])]
async fn measure(text: &str) -> usize {
    text.len()
}

#[task(returns = [report])]
async fn report(error: runnable::Error) -> String {
    error.to_string()
}

pub enum Mood {
    Calm,
    Angry,
}

pipeline! {
    fn all(path: String) -> [report] { try { load } else |error| { count_words(text = "") -> [] } >> report }
}

pipeline! {
    fn inside(path: String) { try { load >> report } else |error| {} }
}

fn main() {}
