use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    End { text: String },
}

#[task(returns = [text])]
fn generate() -> impl Stream<Item = Token> {
    stream! { yield Token::End { text: String::new() }; }
}

fn main() {}
