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
        /// The whole text.
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
    /// The whole text.
    pub fn all(prompt: String, others: Vec<String>) {
        generate >> parallel { a: count_words, b: map(others as full_text) { count_words -> [words as counts] } }
    }
}

/// Fails.
#[task(returns = [words])]
pub async fn fails(full_text: String) -> ::std::result::Result<usize, ::std::fmt::Error> {
    let _ = full_text;
    ::std::result::Result::Err(::std::fmt::Error)
}

/// Cuts.
#[task(returns = [full_text])]
pub async fn cut(full_text: String) -> String {
    full_text
}

pipeline! {
    /// Every form.
    pub fn flow(prompt: String, n: usize, some: ::std::option::Option<String>) -> [full_text, words] {
        generate
            >> match n { 0 => a: cut, n if *&n > 3 => b: cut >> c: cut, _ => {} }
            >> if n > 3 { d: cut } else if n > 2 {} else { e: cut }
            >> if n > 3 { f: cut }
            >> if let ::std::option::Option::Some(full_text) = some { g: cut }
            >> named: if n > 3 { cut } else { cut2: cut }
            >> repeat(max = 3, index as turn) { cut >> again: cut(full_text) } until(turn > n || full_text.is_empty())
            >> once: repeat(max = n) { count_words -> [] } until(true)
            >> try { fails } else |error| { count_words(full_text = &error.message()) }
            >> try { other: fails } else { third: count_words }
            >> quiet: try { fails -> [] } else |_error| {}
    }
}

fn main() {}
