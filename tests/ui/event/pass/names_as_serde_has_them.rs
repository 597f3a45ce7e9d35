//! `derive(TaskEvent)` understands the names that `derive(Deserialize)` reads.

use runnable::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, TaskEvent, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
enum Token {
    TextChunk {
        full_text: String,
        #[serde(rename = "n", default)]
        number: u32,
        #[serde(alias = "lang")]
        r#in: String,
    },
    #[serde(rename = "end", rename_all = "SCREAMING-KEBAB-CASE")]
    AllDone { full_text: String },
    #[event(rename = "gone")]
    #[serde(rename = "gone")]
    Lost,
}

/// Every case, for a variant and a field, beside serde's own derive.
macro_rules! cases {
    ($($module:ident $case:literal),*) => { $(mod $module {
        use super::*;

        #[derive(TaskEvent)]
        #[event(rename_all = $case, rename_all_fields = $case)]
        pub(super) enum Ours {
            FullTextAB { some_long_name: u8, b: u8, x2_y: u8 },
        }

        #[derive(Serialize)]
        #[serde(tag = "type", rename_all = $case, rename_all_fields = $case)]
        pub(super) enum Theirs {
            FullTextAB { some_long_name: u8, b: u8, x2_y: u8 },
        }
    }
    assert_eq!(
        serde_json::to_string(&$module::Ours::FullTextAB { some_long_name: 1, b: 2, x2_y: 3 }).unwrap(),
        serde_json::to_string(&$module::Theirs::FullTextAB { some_long_name: 1, b: 2, x2_y: 3 }).unwrap(),
    );)* };
}

// The names of returns are those of Rust.
#[task(returns = [full_text], stream_end = "end")]
fn generate(prompt: String) -> impl Stream<Item = Token> {
    stream! {
        yield Token::TextChunk { full_text: prompt.clone(), number: 1, r#in: "en".to_owned() };
        yield Token::Lost;
        yield Token::AllDone { full_text: prompt };
    }
}

pipeline! {
    fn all(prompt: String) { generate }
}

#[tokio::main]
async fn main() {
    let chunk = Token::TextChunk { full_text: "a".to_owned(), number: 2, r#in: "de".to_owned() };
    let json = serde_json::to_string(&chunk).unwrap();
    assert_eq!(json, r#"{"type":"textChunk","fullText":"a","n":2,"in":"de"}"#);
    assert_eq!(serde_json::from_str::<Token>(&json).unwrap(), chunk);
    let done = serde_json::to_string(&Token::AllDone { full_text: "b".to_owned() }).unwrap();
    assert_eq!(done, r#"{"type":"end","FULL-TEXT":"b"}"#);
    assert_eq!(serde_json::to_string(&Token::Lost).unwrap(), r#"{"type":"gone"}"#);
    assert_eq!(Token::VARIANTS[1], ("end", &["full_text"][..]));
    cases! {
        lower "lowercase", upper "UPPERCASE", pascal "PascalCase", camel "camelCase", snake "snake_case",
        screaming_snake "SCREAMING_SNAKE_CASE", kebab "kebab-case", screaming_kebab "SCREAMING-KEBAB-CASE"
    }
    assert_eq!(all("text".to_owned()).execute().await.unwrap().full_text, "text");
}
