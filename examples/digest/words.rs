//! The words of a text, and what they measure.

/// The words of a text: runs of letters and digits, with the apostrophes inside them.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c))
        .map(|word| word.trim_matches(is_apostrophe))
        .filter(|word| !word.is_empty())
}

/// Whether `c` is an apostrophe, straight or curly.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// A word as it is counted and compared: in lower case, without a possessive ending.
pub(crate) fn normalize(word: &str) -> String {
    let lower = word.to_lowercase();
    let stem = lower.strip_suffix("'s").or_else(|| lower.strip_suffix("’s"));
    stem.map_or_else(|| lower.clone(), ToOwned::to_owned)
}

/// How many syllables an English word has, roughly: its groups of vowels, less a silent final `e`; at least one.
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

/// Whether `c` sounds as a vowel; covers the accented letters of western Europe.
fn is_vowel(c: char) -> bool {
    "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿ".contains(c)
}

/// What a text measures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Stats {
    /// How many words it has.
    pub(crate) words: u64,
    /// How many sentences it has.
    pub(crate) sentences: u64,
    /// How many syllables its words have, by estimate.
    pub(crate) syllables: u64,
    /// How many characters its sentences have, with a line break after each.
    pub(crate) characters: usize,
}

impl Stats {
    /// Counts one sentence in.
    pub(crate) fn add_sentence(&mut self, sentence: &str) {
        self.sentences += 1;
        self.characters += length(sentence);
        for word in words(sentence) {
            self.words += 1;
            self.syllables += syllables(word);
        }
    }

    /// How long the text is for a summary of `limit` characters.
    pub(crate) fn size(&self, limit: usize) -> Size {
        match self.sentences {
            _ if self.characters <= limit => Size::Short,
            ..=500 => Size::Long { count: 5 },
            _ => Size::Long { count: 15 },
        }
    }

    /// The Flesch reading ease: about 90 is easy, 60 plain, 30 hard. `None` without words.
    pub(crate) fn reading_ease(&self) -> Option<f64> {
        if self.words == 0 || self.sentences == 0 {
            return None;
        }
        let per_sentence = ratio(self.words, self.sentences);
        let per_word = ratio(self.syllables, self.words);
        Some(206.835 - 1.015 * per_sentence - 84.6 * per_word)
    }
}

/// How long a text is, as far as a summary is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// It is no longer than its summary may be.
    Short,
    /// It takes `count` sentences to tell what it says: a few for an article, more for a book.
    Long { count: usize },
}

/// How many characters `sentence` takes on a line of its own.
pub(crate) fn length(sentence: &str) -> usize {
    sentence.chars().count() + 1
}

/// `a / b`; both are counts.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub(crate) fn ratio(a: u64, b: u64) -> f64 {
    a as f64 / b as f64
}
