use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Done { text: String },
}

type Fallible<T> = Result<T, std::io::Error>;
type Item = Fallible<Token>;

#[task(returns = [text])]
fn generate() -> impl Stream<Item = Fallible<Token>> {
    stream! { yield Ok(Token::Done { text: String::new() }) }
}

#[task(returns = [text], retry(3))]
fn translate() -> impl Stream<Item = Item> {
    stream! { yield Ok(Token::Done { text: String::new() }) }
}

fn main() {}
