//! The words that a text is about, and the sentences around them.

use crate::read::{Pieces, ReadError};
use crate::sentences::for_each_sentence;
use crate::stop_words::STOP_WORDS;
use crate::words::{normalize, words};
use std::cmp::Reverse;
use std::{collections::HashMap, io::BufRead, ops::ControlFlow};

/// The most distinct words whose counts are kept.
pub(crate) const MAX_TERMS: usize = 50_000;

/// How many sentences [`sentences_around`] collects.
pub(crate) const MAX_AROUND: usize = 3;

/// The longest word in bytes that counts as a term; longer ones are encoded data, not words.
const MAX_TERM: usize = 48;

/// A word that a text uses often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Keyword {
    /// The word, in lower case.
    pub(crate) word: String,
    /// How often the text uses it; a lower bound if the text has more than [`MAX_TERMS`] distinct words.
    pub(crate) count: u64,
}

/// Counts the words of a text, except stop words, numbers and words of fewer than three letters.
///
/// When there are more than [`MAX_TERMS`] distinct words, the rarer half is forgotten, with every word that is just as
/// rare: a word used throughout the text survives, one used once in a while may lose its count.
#[derive(Debug, Default)]
pub(crate) struct TermCounts {
    pub(crate) counts: HashMap<String, u64>,
}

impl TermCounts {
    /// Counts the words of a line, a sentence or any other part of the text.
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

    /// The `n` most frequent words, most frequent first; equally frequent ones in alphabetical order.
    pub(crate) fn top(&self, n: usize) -> Vec<Keyword> {
        let mut terms: Vec<_> = self.counts.iter().collect();
        terms.sort_unstable_by_key(|&(word, &count)| (Reverse(count), word));
        terms.truncate(n);
        terms.into_iter().map(|(word, &count)| Keyword { word: word.clone(), count }).collect()
    }

    /// Forgets at least the rarer half.
    fn prune(&mut self) {
        let mut counts: Vec<_> = self.counts.values().copied().collect();
        let middle = counts.len() / 2;
        let (_, &mut threshold, _) = counts.select_nth_unstable(middle);
        self.counts.retain(|_, count| *count > threshold);
    }
}

/// The `n` most frequent words of a text, as [`TermCounts`] counts them.
///
/// # Errors
///
/// When the input is empty, is not text, or cannot be read.
pub(crate) fn keywords(mut pieces: Pieces<impl BufRead>, n: usize) -> Result<Vec<Keyword>, ReadError> {
    let mut counts = TermCounts::default();
    while let Some(piece) = pieces.next_piece()? {
        counts.add(piece.text);
    }
    Ok(counts.top(n))
}

/// Whether a normalized word can be a keyword.
fn is_term(word: &str) -> bool {
    word.chars().nth(2).is_some()
        && word.chars().any(char::is_alphabetic)
        && STOP_WORDS.binary_search(&word.replace('’', "'").as_str()).is_err()
}

/// The first sentences, [`MAX_AROUND`] at most, that contain a keyword of one or more words.
///
/// Letter case and possessive endings do not matter; only whole words match. Reading stops when they are found.
///
/// # Errors
///
/// When the input is empty, is not text, or cannot be read.
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

/// Whether a sentence has these normalized words, one after the other.
fn contains_words(sentence: &str, wanted: &[String]) -> bool {
    if wanted.is_empty() {
        return false;
    }
    let have: Vec<_> = words(sentence).map(normalize).collect();
    have.windows(wanted.len()).any(|window| window == wanted)
}
