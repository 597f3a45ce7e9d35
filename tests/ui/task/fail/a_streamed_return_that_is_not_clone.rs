use runnable::prelude::*;

#[derive(Debug)]
struct Handle;

#[derive(Debug, TaskEvent)]
enum Token {
    Done { handle: Handle },
}

#[task(returns = [handle])]
fn open() -> impl Stream<Item = Token> {
    stream! { yield Token::Done { handle: Handle } }
}

fn main() {}
