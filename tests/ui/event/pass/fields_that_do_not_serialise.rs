use runnable::prelude::*;

#[derive(Debug)]
struct Handle;

#[derive(Debug, TaskEvent)]
enum Token {
    Opened { handle: Handle },
    Done { text: String },
}

#[task(returns = [text])]
fn open() -> impl Stream<Item = Token> {
    stream! {
        yield Token::Opened { handle: Handle };
        yield Token::Done { text: String::new() };
    }
}

pipeline! {
    fn all() { open }
}

fn main() {}
