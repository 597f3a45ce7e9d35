use runnable::prelude::*;
use std::{cell::Cell, rc::Rc};

async fn pause() {}

#[task(returns = [words])]
async fn count(text: String) -> usize {
    let words = Rc::new(Cell::new(0));
    for _ in text.split(' ') {
        words.set(words.get() + 1);
        pause().await;
    }
    words.get()
}

fn main() {
    drop(tokio::spawn(Count { text: "one two".to_owned() }.execute()));
}
