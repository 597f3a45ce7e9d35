#![no_implicit_prelude]
#![deny(warnings, missing_docs, unreachable_pub)]
//! Expansions name everything by absolute paths.

use ::runnable::{TaskEvent, pipeline, stream, task};
use ::std::{clone::Clone, fmt::Debug, string::String, vec::Vec};

/// Events.
#[derive(Debug, Clone, TaskEvent)]
pub enum Token {
    /// A part.
    Chunk {
        /// Its text.
        text: String,
    },
    /// The end.
    Done {
        /// All of it.
        full_text: String,
    },
}

/// Streams.
#[task(returns = [full_text])]
pub fn generate(prompt: String) -> impl ::futures::Stream<Item = Token> {
    stream! { yield Token::Done { full_text: prompt }; }
}

/// Counts.
#[task(returns = [words])]
pub async fn count_words(full_text: &str) -> usize {
    full_text.len()
}

pipeline! {
    /// All of it.
    pub fn all(prompt: String, others: Vec<String>) {
        generate >> parallel { a: count_words, b: map(others as full_text) { count_words -> [words as counts] } }
    }
}

fn main() {}
