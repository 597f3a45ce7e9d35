use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Done { text: String },
}

#[task(returns = [full_text])]
fn generate() -> impl Stream<Item = Token> {
    stream! { yield Token::Done { text: String::new() }; }
}

fn main() {}
