use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    AllDone { text: String },
}

#[task(returns = [text], stream_end = "AllDone")]
fn generate(prompt: String) -> impl Stream<Item = Token> {
    stream! {
        yield Token::Chunk { text: prompt.clone() };
        yield Token::AllDone { text: prompt };
    }
}

fn main() {}
