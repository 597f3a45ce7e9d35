use runnable::prelude::*;
use std::pin::Pin;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Done { full_text: String },
}

#[task(returns = [full_text])]
fn generate(prompt: String) -> Pin<Box<dyn Stream<Item = Token> + Send>> {
    Box::pin(stream! { yield Token::Done { full_text: prompt }; })
}

fn main() {}
