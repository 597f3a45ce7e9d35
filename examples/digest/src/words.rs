//! The words of a text, and its statistics.

use serde::{Deserialize, Serialize};

/// Returns the words of a text: runs of letters and digits, including inner apostrophes.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c))
        .map(|word| word.trim_matches(is_apostrophe))
        .filter(|word| !word.is_empty())
}

/// Returns true if `c` is an apostrophe, straight or curly.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Normalizes a word for counting and comparing: lower case, without a possessive ending.
pub(crate) fn normalize(word: &str) -> String {
    let lower = word.to_lowercase();
    let stem = lower.strip_suffix("'s").or_else(|| lower.strip_suffix("’s"));
    stem.map_or_else(|| lower.clone(), ToOwned::to_owned)
}

/// Estimates the syllables of an English word: its groups of vowels, less a silent final `e`, but
/// at least one.
pub(crate) fn syllables(word: &str) -> u64 {
    let mut groups = 0;
    let mut in_group = false;
    // The last three letters, oldest first.
    let mut last = [' '; 3];
    for c in word.chars().flat_map(char::to_lowercase) {
        let vowel = is_vowel(c);
        groups += u64::from(vowel && !in_group);
        in_group = vowel;
        last = [last[1], last[2], c];
    }
    let silent = match last {
        [before, 'l', 'e'] => is_vowel(before),
        [_, before, 'e'] => !is_vowel(before),
        [before, 'e', 'd'] => !is_vowel(before) && !matches!(before, 't' | 'd'),
        _ => false,
    };
    groups.saturating_sub(u64::from(silent)).max(1)
}

/// Returns true if `c` is a vowel, including the accented letters of western Europe.
fn is_vowel(c: char) -> bool {
    "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿ".contains(c)
}

/// The statistics of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) struct Stats {
    /// The number of words.
    pub(crate) words: u64,
    /// The number of sentences.
    pub(crate) sentences: u64,
    /// The estimated number of syllables.
    pub(crate) syllables: u64,
    /// The number of characters of all sentences, with a line break after each.
    pub(crate) characters: usize,
}

impl Stats {
    /// Counts a sentence.
    pub(crate) fn add_sentence(&mut self, sentence: &str) {
        self.sentences += 1;
        self.characters += length(sentence);
        for word in words(sentence) {
            self.words += 1;
            self.syllables += syllables(word);
        }
    }

    /// Returns the size of the text for a summary of `limit` characters.
    pub(crate) fn size(&self, limit: usize) -> Size {
        match self.sentences {
            _ if self.characters <= limit => Size::Short,
            ..=500 => Size::Long { count: 5 },
            _ => Size::Long { count: 15 },
        }
    }

    /// Returns the Flesch reading ease (about 90 is easy, 60 plain, 30 hard), or `None` without
    /// words.
    pub(crate) fn reading_ease(&self) -> Option<f64> {
        if self.words == 0 || self.sentences == 0 {
            return None;
        }
        let per_sentence = ratio(self.words, self.sentences);
        let per_word = ratio(self.syllables, self.words);
        Some(206.835 - 1.015 * per_sentence - 84.6 * per_word)
    }
}

/// The size of a text relative to its summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// The text is not longer than its summary may be.
    Short,
    /// The text needs a summary of `count` sentences: a few for an article, more for a book.
    Long { count: usize },
}

/// Returns the number of characters of `sentence`, including its line break.
pub(crate) fn length(sentence: &str) -> usize {
    sentence.chars().count() + 1
}

/// Divides two counts.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub(crate) fn ratio(a: u64, b: u64) -> f64 {
    a as f64 / b as f64
}
