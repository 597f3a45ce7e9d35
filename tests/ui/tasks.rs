// The tasks that the cases of `pipeline!` use. Each case includes this file.
use runnable::prelude::*;

#[task(returns = [text])]
async fn load(path: String) -> String {
    path
}

#[task(returns = [words])]
async fn count_words(text: &str) -> usize {
    text.len()
}

#[task(returns = [words])]
async fn guess_words(text: &str) -> usize {
    text.len() / 5
}

#[task(returns = [items])]
async fn split(text: String) -> Vec<String> {
    vec![text]
}

#[task(returns = [text])]
async fn shout(text: String) -> String {
    text.to_uppercase()
}
