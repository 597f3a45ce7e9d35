//! A dozen pipelines that use the whole language, with the hashes of their definitions.
//!
//! A run that was recorded today must still be resumable after an update of the compiler or of this library. If a hash changes on
//! purpose, run the test with `UPDATE_DEFINITIONS=1`, review the file, and note in the changelog that runs of earlier versions
//! cannot be resumed.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    unused_variables,
    reason = "the bodies never run, and a part of an item need not be read"
)]

use super::lines;
use runnable::prelude::*;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt::Write as _, path::Path};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Mood {
    Calm,
    Angry { level: u32 },
    Mixed(Box<Mood>, Box<Mood>),
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "a name of two words shows `rename_all`")]
pub struct Page {
    pub page_title: String,
    pub links: Vec<(String, Option<u16>)>,
    pub moods: BTreeMap<char, Mood>,
}

#[derive(Debug, Clone, PartialEq, TaskEvent)]
#[expect(dead_code, reason = "the bodies never run")]
pub enum Token {
    Chunk { text: String },
    Done { text: String, count: usize },
}

#[task(returns = [text])]
async fn load(path: &Path) -> String {
    path.display().to_string()
}

#[task(returns = [page])]
async fn parse(text: &str) -> Result<Page, std::fmt::Error> {
    Ok(Page { page_title: text.to_owned(), links: vec![], moods: BTreeMap::new() })
}

#[task(returns = [title, score])]
async fn rate(page: &Page, weight: f64) -> (String, u32) {
    (page.page_title.clone(), weight as u32)
}

#[task(returns = [text, count])]
fn generate(prompt: String) -> impl Stream<Item = Token> {
    stream! { yield Token::Done { text: prompt, count: 1 } }
}

#[task(returns = [receipt], effect = "once")]
async fn pay(amount: u32) -> [u8; 4] {
    amount.to_be_bytes()
}

#[task(returns = [a], name = "step-b", get = ["in.txt"], put = ["out/*.txt", "log"], blocking)]
fn step_b(a: u32, names: Vec<String>) -> u32 {
    a + names.len() as u32
}

#[task]
async fn nothing() {}

pipeline! {
    fn sequence(path: std::path::PathBuf) { load(path = &**path) >> parse >> rate(weight = 0.5) }
}
pipeline! {
    /// With a comment.
    fn defaults(prompt: String = "hi, \"you\"".to_owned(), amount: u32 = 2 * 21, #[resource] client: std::sync::Arc<u8>) -> [receipt, text] {
        generate >> pay(amount = amount + **client as u32)
    }
}
pipeline! {
    fn branches(path: std::path::PathBuf, amount: u32) -> [receipt, text] {
        both: parallel { paying: pay, { load(path = &**path) >> nothing } -> [text], generate(prompt = format!("{amount}")) -> [count] }
    }
}
pipeline! {
    fn maps(names: Vec<String>, a: u32) -> [counts, as_] {
        map(names as prompt, limit = 3) { generate } -> [count as counts]
            >> inner: map(((0..a).filter(|a| a % 2 == 0).collect::<Vec<_>>()) as a) { step_b -> [a as other] } -> [other as as_]
    }
}
pipeline! {
    fn choices(mood: Mood, a: u32) -> [a] {
        match mood {
            Mood::Angry { level } if *level > 9 || a == 0 => pay(amount = *level) -> [receipt as r],
            Mood::Angry { level: deep @ 1..=3 } => less: pay(amount = *deep) -> [receipt as r],
            Mood::Mixed(..) | Mood::Calm => {},
            _ => nothing,
        } >> if let Some(half) = a.checked_div(2) && half > 1 { low: step_b(a = *half, names = vec![]) } else if a < 3 { high: step_b(names = vec![]) }
    }
}
pipeline! {
    fn loops(a: u32, names: Vec<String>) -> [a] {
        rounds: repeat(max = names.len() + 1, index as i) { step_b >> more: step_b(a = a + i as u32) } until(a > 100)
    }
}
pipeline! {
    fn recovers(prompt: String) -> [text] {
        safe: try { generate >> parse -> [page] >> nothing } else |error| { other: generate(prompt = error.to_string()) } -> []
            >> generate
    }
}
pipeline! {
    fn groups(a: u32, names: Vec<String>) -> [b, a] {
        { first: { step_b >> again: step_b } -> [a as b] } >> second: step_b(a = *b)
    }
}
pipeline! {
    fn nested(prompt: String, a: u32, names: Vec<String>) -> [text, a] {
        outer: parallel { loops, recovers } >> self::groups -> [a]
    }
}
pipeline! {
    fn raw_names(r#type: u32) -> [r#fn] { pay(amount = r#type) -> [receipt as r#fn] }
}
pipeline! {
    fn closures(a: u32, names: Vec<String>) -> [a] {
        step_b(a = { let f = |x: u32| -> u32 { x << 1 }; f(a) }, names = names.iter().map(|n| n[..1].to_owned()).collect::<Vec<String>>())
    }
}

pipeline! {
    fn limited(a: u32, names: Vec<String>, most: std::time::Duration) -> [a] {
        #[timeout("30s")] { step_b >> more: step_b } >> #[timeout(most / 2)] all: map(names as _) { pay(amount = a) } -> []
            >> #[timeout("1m")] nothing >> #[timeout("1m")] step_b
    }
}

pipeline! {
    fn races(prompt: String, a: u32, names: Vec<String>) -> [text] {
        quickest: race { generate -> [text], sub: recovers, slow: groups -> [] >> race { generate, other: recovers } -> [text] }
    }
}
pipeline! {
    fn collects(table: BTreeMap<String, u32>) -> [receipts] {
        map(table as (name, amount), index as i, on_error = collect, limit = 2) { pay(amount = amount + i as u32) } -> [receipt as receipts]
    }
}

pipeline! {
    fn tried(a: u32, names: Vec<String>) -> [a] {
        #[retry(3, when = runnable::Error::is_retryable)] { step_b >> more: step_b }
            >> #[retry] #[timeout("30s")] all: map(names as _) { nothing } >> #[retry(2)] #[timeout("1m")] step_b
    }
}

/// Returns the text of the fixture.
fn all() -> String {
    let mut text = String::new();
    for lines in [
        lines::<Sequence>(),
        lines::<Defaults>(),
        lines::<Branches>(),
        lines::<Maps>(),
        lines::<Choices>(),
        lines::<Loops>(),
        lines::<Recovers>(),
        lines::<Groups>(),
        lines::<Nested>(),
        lines::<RawNames>(),
        lines::<Closures>(),
        lines::<StepB>(),
        lines::<Limited>(),
        lines::<Tried>(),
        lines::<Races>(),
        lines::<Collects>(),
    ] {
        let _ = write!(text, "{}\n{lines}\n\n", blake3::hash(lines.as_bytes()).to_hex());
    }
    text
}

#[test]
fn definitions_keep_their_hashes() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/definition/hashes.txt");
    if std::env::var_os("UPDATE_DEFINITIONS").is_some() {
        std::fs::write(&file, all()).expect("it can be written");
    }
    let recorded = std::fs::read_to_string(&file).expect("the fixture").replace("\r\n", "\n");
    assert_eq!(all(), recorded, "definitions have changed: see `fixture.rs`");
}
