use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { full_text: String },
}

#[task(returns = [full_text])]
fn generate(prompt: String) -> impl Stream<Item = Token> {
    stream! {
        let mut full_text = String::new();
        for word in prompt.split_inclusive(' ') {
            full_text.push_str(word);
            yield Token::Chunk { text: word.to_owned() };
        }
        yield Token::Done { full_text };
    }
}

#[task(returns = [words])]
async fn count_words(full_text: &str) -> usize {
    full_text.split_whitespace().count()
}

#[task(returns = [shouted])]
async fn shout(full_text: &str) -> String {
    full_text.to_uppercase()
}

pipeline! {
    fn answer(prompt: String) -> [words, shouted] {
        generate >> parallel { count_words, shout }
    }
}

pub(crate) async fn run(prompt: &str) -> (Vec<String>, usize, String) {
    let mut run = answer(prompt.to_owned()).execute_streaming();
    let mut chunks = vec![];
    while let Some(event) = run.next().await {
        if let AnswerEvent::Generate(Token::Chunk { text }) = event.into_data() {
            chunks.push(text);
        }
    }
    let output = run.output().await.unwrap();
    (chunks, output.words, output.shouted)
}
