use runnable::prelude::*;

enum Token {
    Done,
}

#[task]
fn generate() -> impl Stream<Item = Token> {
    stream! { yield Token::Done }
}

fn main() {}
