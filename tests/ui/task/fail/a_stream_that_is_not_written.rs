use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { full_text: String },
}

#[task(returns = [full_text])]
fn generate(prompt: String) -> impl Stream<Item = Token> {
    todo!()
}

pipeline! {
    fn answer(prompt: String) -> [full_text] { generate }
}

fn main() {
    drop(answer("a".to_owned()));
}
