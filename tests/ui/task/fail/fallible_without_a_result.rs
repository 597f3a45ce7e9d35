use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Done { text: String },
}

type Text = String;

#[task(returns = [text], fallible)]
async fn read() -> String {
    String::new()
}

#[task(fallible)]
async fn write() {}

#[task(returns = [text], fallible, retry(3))]
async fn read_alias() -> Text {
    String::new()
}

#[task(returns = [text], fallible, blocking)]
fn block() -> Text {
    String::new()
}

#[task(returns = [text], fallible)]
fn generate() -> impl Stream<Item = Token> {
    stream! { yield Token::Done { text: String::new() } }
}

fn main() {}
