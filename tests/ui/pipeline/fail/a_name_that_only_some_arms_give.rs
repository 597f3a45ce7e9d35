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
    fn all(path: String, mood: Mood) {
        load >> match mood { Mood::Angry => count_words, Mood::Calm => {} } >> twice(n = words)
    }
}

#[task(returns = [doubled])]
async fn twice(n: usize) -> usize {
    n * 2
}

pipeline! {
    fn listed(path: String, loud: bool) -> [words] { load >> if loud { count_words } }
}

pipeline! {
    fn taken(path: String, loud: bool) { load >> if loud { count_words } else { shout } >> takes }
}

#[task]
async fn takes(words: usize) {
    drop(words);
}

fn main() {}
