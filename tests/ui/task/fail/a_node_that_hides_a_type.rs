use runnable::{Attempt, prelude::*};

#[task(returns = [found])]
async fn option(n: u32) -> Option<u32> {
    Some(n)
}

#[task(returns = [text])]
async fn string() -> String {
    String::new()
}

#[task]
async fn result() -> Result<(), std::fmt::Error> {
    Ok(())
}

#[task(returns = [all])]
async fn vec(n: u32) -> Vec<u32> {
    vec![n]
}

#[task]
async fn send(text: &str) {
    println!("{text}");
}

#[task]
async fn clone() {}

#[task]
async fn default() {}

#[task]
async fn iterator() {}

#[task]
async fn node() {}

#[task]
async fn attempt(attempt: Attempt) {
    println!("{}", attempt.get());
}

#[task(returns = [text], stream_end = "done")]
fn stream(text: String) -> impl Stream<Item = Part> {
    stream! { yield Part::Done { text }; }
}

#[derive(Clone, Debug, TaskEvent)]
enum Part {
    Done { text: String },
}

#[task(returns = [flag])]
async fn bool(n: u32) -> bool {
    n > 0
}

#[task(node = Box)]
async fn boxed() {}

fn main() {}
