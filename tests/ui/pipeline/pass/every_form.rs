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

pipeline! {
    fn braces(path: String, others: Vec<String>,) -> [words, lengths] {
        first: load
            >> parallel { count: count_words, parts: { split } }
            >> map(others as text, limit = 2,) { guess_words -> [words as lengths] }
    }
}

pipeline! {
    fn angles(path: String, others: Vec<String>) -> [w] {
        load >> parallel<count_words, split> -> [items] >> map(items as text)<guess_words -> [words as w]>
    }
}

pipeline! {
    fn bound(path: String) { load >> {} >> shout(text = format!("{text}!")) >> again: shout(text) }
}

fn main() {}
