//! The keywords of a text, and the sentences that contain them.

use crate::read::{Pieces, ReadError};
use crate::sentences::for_each_sentence;
use crate::stop_words::STOP_WORDS;
use crate::words::{normalize, words};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::{collections::HashMap, io::BufRead, ops::ControlFlow};

/// The maximum number of distinct words to count.
pub(crate) const MAX_TERMS: usize = 50_000;

/// The maximum number of sentences that [`sentences_around`] collects.
pub(crate) const MAX_AROUND: usize = 3;

/// The maximum length of a term in bytes; anything longer is encoded data, not a word.
const MAX_TERM: usize = 48;

/// A word that a text uses often.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) struct Keyword {
    /// The word, in lower case.
    pub(crate) word: String,
    /// The number of uses; a lower bound if the text has more than [`MAX_TERMS`] distinct words.
    pub(crate) count: u64,
}

/// Counts the words of a text, except stop words, numbers and words of fewer than three letters.
///
/// Above [`MAX_TERMS`] distinct words, the rarer half is dropped, including ties: a word used
/// throughout the text survives, a word used occasionally may lose its count.
#[derive(Debug, Default)]
pub(crate) struct TermCounts {
    pub(crate) counts: HashMap<String, u64>,
}

impl TermCounts {
    /// Counts the words of a part of the text, such as a line or a sentence.
    pub(crate) fn add(&mut self, text: &str) {
        for word in words(text).filter(|word| word.len() <= MAX_TERM) {
            let term = normalize(word);
            if !is_term(&term) {
                continue;
            }
            *self.counts.entry(term).or_default() += 1;
            if self.counts.len() > MAX_TERMS {
                self.prune();
            }
        }
    }

    /// Returns the `n` most frequent words, most frequent first, ties in alphabetical order.
    pub(crate) fn top(&self, n: usize) -> Vec<Keyword> {
        let mut terms: Vec<_> = self.counts.iter().collect();
        terms.sort_unstable_by_key(|&(word, &count)| (Reverse(count), word));
        terms.truncate(n);
        terms.into_iter().map(|(word, &count)| Keyword { word: word.clone(), count }).collect()
    }

    /// Drops at least the rarer half.
    fn prune(&mut self) {
        let mut counts: Vec<_> = self.counts.values().copied().collect();
        let middle = counts.len() / 2;
        let (_, &mut threshold, _) = counts.select_nth_unstable(middle);
        self.counts.retain(|_, count| *count > threshold);
    }
}

/// Returns the `n` most frequent words of a text, as [`TermCounts`] counts them.
///
/// # Errors
///
/// Fails if the input is empty, is not text, or cannot be read.
pub(crate) fn keywords(mut pieces: Pieces<impl BufRead>, n: usize) -> Result<Vec<Keyword>, ReadError> {
    let mut counts = TermCounts::default();
    while let Some(piece) = pieces.next_piece()? {
        counts.add(piece.text);
    }
    Ok(counts.top(n))
}

/// Returns true if a normalized word can be a keyword.
fn is_term(word: &str) -> bool {
    word.chars().nth(2).is_some()
        && word.chars().any(char::is_alphabetic)
        && STOP_WORDS.binary_search(&word.replace('’', "'").as_str()).is_err()
}

/// Returns the first sentences, at most [`MAX_AROUND`], that contain a keyword of one or more
/// words.
///
/// Only whole words match, regardless of case and possessive endings. Reading stops once enough
/// sentences are found.
///
/// # Errors
///
/// Fails if the input is empty, is not text, or cannot be read.
pub(crate) fn sentences_around(pieces: Pieces<impl BufRead>, keyword: &str) -> Result<Vec<String>, ReadError> {
    let wanted: Vec<_> = words(keyword).map(normalize).collect();
    let mut found = Vec::new();
    for_each_sentence(pieces, |sentence| {
        if contains_words(sentence, &wanted) {
            found.push(sentence.to_owned());
        }
        if found.len() < MAX_AROUND { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    Ok(found)
}

/// Returns true if a sentence contains these normalized words in sequence.
fn contains_words(sentence: &str, wanted: &[String]) -> bool {
    if wanted.is_empty() {
        return false;
    }
    let have: Vec<_> = words(sentence).map(normalize).collect();
    have.windows(wanted.len()).any(|window| window == wanted)
}
