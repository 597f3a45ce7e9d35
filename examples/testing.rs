//! Testing a pipeline with its slow steps replaced: `cargo test --example testing --features test`
use runnable::prelude::*;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { full_text: String },
}

/// Answers a prompt, slowly.
#[task(returns = [full_text])]
fn generate(prompt: String) -> impl Stream<Item = Token> {
    stream! {
        let mut full_text = String::new();
        for text in ["you said: ".to_owned(), prompt] {
            tokio::time::sleep(std::time::Duration::from_secs(2)).await;
            full_text.push_str(&text);
            yield Token::Chunk { text };
        }
        yield Token::Done { full_text };
    }
}

/// Calls a service that a test must not call.
#[task(returns = [translation])]
async fn translate(full_text: &str, language: &str) -> Result<String, std::io::Error> {
    Err(std::io::Error::other(format!("no service translates `{full_text}` into {language}")))
}

pipeline! {
    /// Generates a text and translates it; returns the original if the translation fails.
    fn answer(prompt: String, language: String) -> [full_text, translation] {
        generate >> try { translate } else { keep -> [kept as translation] }
    }
}

/// Returns the text unchanged.
#[task(returns = [kept])]
async fn keep(full_text: &str) -> String {
    full_text.to_owned()
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    println!("{}", answer("hello".into(), "es".into()).execute().await?.translation);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use runnable::test;

    #[test]
    fn the_generated_text_is_translated() {
        let report = test::run(answer("hello".into(), "es".into()))
            .mock("translate", |input: Translate| TranslateOutput {
                translation: format!("[{}] {}", input.language, input.full_text),
            })
            .paused();
        assert_eq!(report.output().unwrap().translation, "[es] you said: hello");
        report.assert_text("generate", "you said: hello");
        report.assert_order(&["generate", "translate"]);
        report.assert_skipped("keep");
    }

    #[test]
    fn the_text_is_kept_if_the_service_is_down() {
        let report = test::run(answer(String::new(), "es".into()))
            .stub("generate", GenerateOutput { full_text: "hi".into() })
            .fail("translate", "the service is down")
            .paused();
        assert_eq!(report.output().unwrap().translation, "hi");
        report.assert_order(&["translate", "keep"]);
    }
}
