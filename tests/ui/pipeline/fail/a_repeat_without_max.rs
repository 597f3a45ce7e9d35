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
    fn all(path: String) -> [text] { load >> repeat(index as turn) { shout } until(text.len() > 3) }
}

fn main() {}
