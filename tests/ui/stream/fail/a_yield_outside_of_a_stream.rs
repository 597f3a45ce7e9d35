use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { text: String },
}

#[task(returns = [text])]
fn generate(prompt: String) -> impl Stream<Item = Token> {
    for word in prompt.split(' ') {
        yield Token::Chunk { text: word.to_owned() };
    }
    yield Token::Done { text: prompt };
}

#[task(returns = [text])]
async fn load(path: String) -> String {
    yield path;
}

pipeline! {
    fn all(prompt: String) { generate }
}

fn main() {}
