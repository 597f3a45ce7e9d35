use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Done { full_text: String },
}

#[task(returns = [full_text])]
fn generate(prompt: String) -> impl Stream<Item = Token> {
    stream! { yield Token::Done { full_text: prompt }; }
}

pipeline! {
    fn all(prompt: String) -> [full_text, words] {
        try { generate } else
    }
}

async fn start() -> runnable::Result<usize> {
    let mut run = all("hi".to_owned()).execute_streaming();
    while let Some(event) = run.next().await {
        if let AllEvent::Generate(Token::Done { full_text }) = event.into_data() {
            println!("{full_text}");
        }
    }
    let output: AllOutput = run.output().await?;
    Ok(output.full_text.len() + output.words)
}

fn main() {
    let _ = start();
}
