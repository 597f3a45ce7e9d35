//! Reading a text of any size in bounded memory: statistics, keywords, sentences, an extractive summary.
//!
//! Nothing here holds more than a piece of a line ([`MAX_PIECE`]), the sentence being read ([`MAX_SENTENCE`]) and what
//! was asked for, so a text of one enormous line costs no more than any other. Each job comes twice: as a function
//! that reads an `impl BufRead` to its end, and as a value that is fed line by line or sentence by sentence.

use crate::stop_words::STOP_WORDS;
use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap, HashSet};
use std::error::Error;
use std::fmt;
use std::io::{self, BufRead};
use std::ops::ControlFlow;

/// The most bytes of one line that are held at once; a longer line is read in several pieces.
pub(crate) const MAX_PIECE: usize = 16 * 1024;

/// The longest sentence in bytes; a longer one is cut, between words where possible.
pub(crate) const MAX_SENTENCE: usize = 4 * 1024;

/// The most distinct words whose counts are kept.
pub(crate) const MAX_TERMS: usize = 50_000;

/// How many sentences [`sentences_around`] collects.
pub(crate) const MAX_AROUND: usize = 3;

/// The longest word in bytes that counts as a term; longer ones are encoded data, not words.
const MAX_TERM: usize = 48;

/// Why a text could not be read.
#[derive(Debug)]
pub(crate) enum ReadError {
    /// There is nothing in the input but white space.
    Empty,
    /// The input has a NUL byte, which text never has.
    Binary {
        /// Where the byte is, from the start of the input.
        offset: u64,
    },
    /// The input is not UTF-8.
    NotUtf8 {
        /// Where the first wrong byte is, from the start of the input.
        offset: u64,
    },
    /// The reader failed.
    Io(io::Error),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the input is empty: there is no text to read"),
            Self::Binary { offset } => {
                write!(f, "the input is binary, not text: NUL byte at offset {offset}")
            }
            Self::NotUtf8 { offset } => {
                write!(f, "the input is not UTF-8 text: invalid byte at offset {offset}")
            }
            Self::Io(error) => write!(f, "the input could not be read: {error}"),
        }
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A line, or a part of one that is longer than [`MAX_PIECE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    /// The text, with its line ending if it has one.
    pub(crate) text: &'a str,
    /// Whether the line ends here.
    pub(crate) ends_line: bool,
}

/// Reads a text in pieces of bounded size, checking that it is text.
#[derive(Debug)]
pub(crate) struct Pieces<R> {
    reader: R,
    buffer: Vec<u8>,
    /// How much of the buffer the last piece took.
    taken: usize,
    /// Where the buffer starts in the input.
    offset: u64,
    seen_text: bool,
}

impl<R: BufRead> Pieces<R> {
    /// Reads from `reader`; a byte order mark at its start is skipped.
    pub(crate) fn new(reader: R) -> Self {
        Self { reader, buffer: Vec::with_capacity(MAX_PIECE), taken: 0, offset: 0, seen_text: false }
    }

    /// The next piece, `None` at the end of the input.
    ///
    /// A line longer than [`MAX_PIECE`] is cut after white space, or anywhere if it has none.
    ///
    /// # Errors
    ///
    /// When the input is not text, when it ends without having held any, and when the reader fails.
    pub(crate) fn next_piece(&mut self) -> Result<Option<Piece<'_>>, ReadError> {
        self.buffer.drain(..self.taken);
        self.offset += self.taken as u64;
        self.taken = 0;
        let ends_line = self.fill()?;
        if self.buffer.is_empty() {
            return if self.seen_text { Ok(None) } else { Err(ReadError::Empty) };
        }
        if let Some(at) = self.buffer.iter().position(|&byte| byte == 0) {
            return Err(ReadError::Binary { offset: self.offset + at as u64 });
        }
        let valid = match std::str::from_utf8(&self.buffer) {
            Ok(text) => text,
            // A character that the end of the buffer cuts in two is whole in the next piece.
            Err(error) if error.error_len().is_none() && !ends_line => {
                std::str::from_utf8(&self.buffer[..error.valid_up_to()]).unwrap_or_default()
            }
            Err(error) => {
                return Err(ReadError::NotUtf8 { offset: self.offset + error.valid_up_to() as u64 });
            }
        };
        let text = if ends_line { valid } else { &valid[..cut_after_space(valid)] };
        self.taken = text.len();
        let text = if self.offset == 0 { text.trim_start_matches('\u{feff}') } else { text };
        self.seen_text = self.seen_text || !text.trim().is_empty();
        Ok(Some(Piece { text, ends_line }))
    }

    /// Fills the buffer up to the end of the line, of the input, or its bound; tells whether the line ended.
    fn fill(&mut self) -> Result<bool, ReadError> {
        while self.buffer.len() < MAX_PIECE {
            let available = match self.reader.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.into()),
            };
            if available.is_empty() {
                return Ok(true);
            }
            let room = available.len().min(MAX_PIECE - self.buffer.len());
            let newline = available[..room].iter().position(|&byte| byte == b'\n');
            let used = newline.map_or(room, |at| at + 1);
            self.buffer.extend_from_slice(&available[..used]);
            self.reader.consume(used);
            if newline.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Where to cut `text`: after its last white space, at its end if it has none.
fn cut_after_space(text: &str) -> usize {
    text.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(text.len(), |(at, c)| at + c.len_utf8())
}

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
fn normalize(word: &str) -> String {
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
}

impl Stats {
    /// Measures a whole text.
    ///
    /// # Errors
    ///
    /// When the input is empty, is not text, or cannot be read.
    #[cfg(test)]
    pub(crate) fn read(reader: impl BufRead) -> Result<Self, ReadError> {
        let mut stats = Self::default();
        for_each_sentence(reader, |sentence| {
            stats.add_sentence(sentence);
            ControlFlow::Continue(())
        })?;
        Ok(stats)
    }

    /// Counts one sentence in.
    pub(crate) fn add_sentence(&mut self, sentence: &str) {
        self.sentences += 1;
        for word in words(sentence) {
            self.words += 1;
            self.syllables += syllables(word);
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

/// `a / b`; both are counts.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn ratio(a: u64, b: u64) -> f64 {
    a as f64 / b as f64
}

/// Abbreviations whose full stop never ends a sentence, in order.
const ABBREVIATIONS: &[&str] = &[
    "adm", "approx", "apr", "aug", "capt", "cf", "col", "dec", "dr", "e.g", "eg", "feb", "gen", "gov", "hon", "i.e",
    "ie", "jan", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "mt", "nov", "oct", "pres", "prof", "rep",
    "rev", "sen", "sept", "sgt", "st", "viz", "vs",
];

/// Abbreviations whose full stop does not end a sentence before a number, in order.
const NUMBERED: &[&str] = &["art", "ch", "eq", "fig", "figs", "no", "nos", "p", "pp", "sec", "vol"];

/// Where a sentence ends in the text seen so far.
enum End {
    /// Before this byte.
    At(usize),
    /// Not yet known; look again from this byte when there is more text.
    Unknown(usize),
}

/// Splits text that arrives in pieces into sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…` before a word that does not start in lower case, unless the full stop
/// belongs to an abbreviation, an initial or an item number; at `。`, `！` or `？`; and at an empty line. White space
/// inside a sentence becomes single spaces.
#[derive(Debug, Default)]
pub(crate) struct Splitter {
    pending: String,
    /// How much of `pending` is known to have no end in it.
    scanned: usize,
    /// Whether white space separates `pending` from what comes next.
    gap: bool,
    line_has_text: bool,
}

impl Splitter {
    /// Takes a piece of the text; hands every sentence that is now complete to `emit`.
    pub(crate) fn push(&mut self, piece: Piece<'_>, mut emit: impl FnMut(&str)) {
        self.gap |= piece.text.starts_with(char::is_whitespace);
        for word in piece.text.split_whitespace() {
            if self.gap && !self.pending.is_empty() {
                self.pending.push(' ');
            }
            self.line_has_text = true;
            let mut rest = word;
            while !rest.is_empty() {
                let (head, tail) = rest.split_at(rest.floor_char_boundary(MAX_SENTENCE));
                self.pending.push_str(head);
                rest = tail;
                if self.pending.len() > MAX_SENTENCE {
                    self.scan(&mut emit);
                }
            }
            self.gap = true;
        }
        self.gap = piece.ends_line || piece.text.ends_with(char::is_whitespace) || (piece.text.is_empty() && self.gap);
        self.scan(&mut emit);
        if piece.ends_line {
            if !self.line_has_text {
                self.flush(&mut emit);
            }
            self.line_has_text = false;
        }
    }

    /// Ends the text: hands what is left to `emit`.
    pub(crate) fn finish(&mut self, mut emit: impl FnMut(&str)) {
        self.flush(&mut emit);
    }

    /// Emits the complete sentences of `pending`, and cuts it down to its bound.
    fn scan(&mut self, emit: &mut impl FnMut(&str)) {
        let mut start = 0;
        loop {
            let text = &self.pending[start..];
            let end = match find_end(text, self.scanned) {
                End::At(end) => end,
                End::Unknown(from) if text.len() <= MAX_SENTENCE => {
                    self.scanned = from;
                    break;
                }
                End::Unknown(_) => cut_after_space(&text[..text.floor_char_boundary(MAX_SENTENCE)]),
            };
            emit_sentence(&text[..end], emit);
            start += end;
            self.scanned = 0;
        }
        self.pending.drain(..start);
    }

    /// Emits all of `pending` as a sentence.
    fn flush(&mut self, emit: &mut impl FnMut(&str)) {
        emit_sentence(&self.pending, emit);
        self.pending.clear();
        self.scanned = 0;
    }
}

/// Emits `text` if there is a word in it.
fn emit_sentence(text: &str, emit: &mut impl FnMut(&str)) {
    if text.contains(char::is_alphanumeric) {
        emit(text.trim());
    }
}

/// The end of the first sentence of `text`, looking from byte `from` on, but no further than a longest sentence.
fn find_end(text: &str, from: usize) -> End {
    let mut at = from;
    while let Some(found) = text[at..].find(is_terminator) {
        let mark = at + found;
        if mark >= MAX_SENTENCE {
            return End::Unknown(mark);
        }
        let run = text[mark..].trim_start_matches(|c| is_terminator(c) || is_closer(c));
        let end = text.len() - run.len();
        if run.is_empty() || end > MAX_SENTENCE {
            return End::Unknown(mark);
        }
        if text[mark..].starts_with(['。', '！', '？']) {
            return End::At(end);
        }
        at = end;
        if run.starts_with(' ') {
            let Some(next) = run.chars().find(|&c| c != ' ' && !is_opener(c)) else {
                return End::Unknown(mark);
            };
            let stop = &text[mark..end] == ".";
            let goes_on = next.is_lowercase() || (stop && is_abbreviation(&text[..mark], next));
            if !goes_on {
                return End::At(end);
            }
        }
    }
    End::Unknown(text.len())
}

/// Whether `c` can end a sentence.
fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

/// Whether `c` belongs to the sentence whose end it follows.
fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | ']' | '”' | '’' | '»' | '」')
}

/// Whether `c` can stand before the first word of a sentence.
fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '(' | '[' | '“' | '‘' | '«' | '「')
}

/// Whether a full stop after `before`, with `next` as the next letter, is part of an abbreviation.
fn is_abbreviation(before: &str, next: char) -> bool {
    let start =
        before.rfind([' ', '-', '–', '—']).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let word = before[start..].trim_start_matches(is_opener);
    // Only short words can be abbreviations.
    if word.is_empty() || word.len() > 8 {
        return false;
    }
    let mut letters = word.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase() && c != 'I');
    let item_number = before.trim_start().len() == word.len() && word.chars().all(|c| c.is_ascii_digit());
    let word = word.to_lowercase();
    initial
        || item_number
        || ABBREVIATIONS.binary_search(&word.as_str()).is_ok()
        || (next.is_numeric() && NUMBERED.binary_search(&word.as_str()).is_ok())
}

/// Reads a text and hands its sentences to `visit` in reading order, until that breaks.
///
/// What follows a break is not read, so not checked either.
///
/// # Errors
///
/// When the input is empty, is not text, or cannot be read.
pub(crate) fn for_each_sentence(
    reader: impl BufRead,
    mut visit: impl FnMut(&str) -> ControlFlow<()>,
) -> Result<(), ReadError> {
    let mut pieces = Pieces::new(reader);
    let mut splitter = Splitter::default();
    let mut flow = ControlFlow::Continue(());
    let mut emit = |sentence: &str| {
        if flow.is_continue() {
            flow = visit(sentence);
        }
        flow
    };
    let mut stopped = false;
    while let Some(piece) = pieces.next_piece()? {
        splitter.push(piece, |sentence| stopped = emit(sentence).is_break());
        if stopped {
            return Ok(());
        }
    }
    splitter.finish(|sentence| stopped = emit(sentence).is_break());
    Ok(())
}

/// The sentences of a text that is already in memory.
#[cfg(test)]
pub(crate) fn split_sentences(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut splitter = Splitter::default();
    for line in text.split_inclusive('\n') {
        splitter.push(Piece { text: line, ends_line: true }, |sentence| sentences.push(sentence.to_owned()));
    }
    splitter.finish(|sentence| sentences.push(sentence.to_owned()));
    sentences
}

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
    counts: HashMap<String, u64>,
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
pub(crate) fn keywords(reader: impl BufRead, n: usize) -> Result<Vec<Keyword>, ReadError> {
    let mut counts = TermCounts::default();
    let mut pieces = Pieces::new(reader);
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
pub(crate) fn sentences_around(reader: impl BufRead, keyword: &str) -> Result<Vec<String>, ReadError> {
    let wanted: Vec<_> = words(keyword).map(normalize).collect();
    let mut found = Vec::new();
    for_each_sentence(reader, |sentence| {
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

/// A sentence that may become part of the summary; the greater, the better.
#[derive(Debug)]
struct Candidate {
    score: f64,
    index: u64,
    sentence: String,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then_with(|| other.index.cmp(&self.index))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Candidate {}

/// Chooses the sentences that say most about the keywords; holds no more than it was asked for.
#[derive(Debug)]
pub(crate) struct Summarizer {
    weights: HashMap<String, f64>,
    limit: usize,
    index: u64,
    best: BinaryHeap<Reverse<Candidate>>,
}

impl Summarizer {
    /// Will choose the best `limit` sentences by these keywords.
    pub(crate) fn new(keywords: &[Keyword], limit: usize) -> Self {
        let most = keywords.iter().map(|keyword| keyword.count).max().unwrap_or(1).max(1);
        let weights = keywords.iter().map(|keyword| (keyword.word.clone(), ratio(keyword.count, most))).collect();
        Self { weights, limit, index: 0, best: BinaryHeap::new() }
    }

    /// Considers the next sentence of the text.
    pub(crate) fn sentence(&mut self, sentence: &str) {
        let index = self.index;
        self.index += 1;
        let score = self.score(sentence, index);
        let full = self.best.len() >= self.limit;
        // An equal score does not displace an earlier sentence.
        if full && self.best.peek().is_none_or(|Reverse(worst)| score <= worst.score) {
            return;
        }
        if full {
            self.best.pop();
        }
        self.best.push(Reverse(Candidate { score, index, sentence: sentence.to_owned() }));
    }

    /// The chosen sentences, in reading order.
    pub(crate) fn finish(self) -> Vec<String> {
        let mut best: Vec<_> = self.best.into_iter().map(|Reverse(candidate)| candidate).collect();
        best.sort_unstable_by_key(|candidate| candidate.index);
        best.into_iter().map(|candidate| candidate.sentence).collect()
    }

    /// How much a sentence says: the weights of its distinct keywords, damped by its length, raised near the start.
    fn score(&self, sentence: &str, index: u64) -> f64 {
        let mut length = 0;
        let mut seen = HashSet::new();
        let mut weight = 0.0;
        for word in words(sentence) {
            length += 1;
            let term = normalize(word);
            if let Some(term_weight) = self.weights.get(&term)
                && seen.insert(term)
            {
                weight += term_weight;
            }
        }
        // Under five words there is a heading or an exclamation, not a statement.
        let shape = if length < 5 { 0.25 } else { 1.0 };
        let position = 1.0 + 0.5 / (1.0 + ratio(index, 5));
        shape * position * weight / ratio(length.max(8), 1).sqrt()
    }
}

/// The `limit` sentences of a text that say most about the keywords, in reading order.
///
/// # Errors
///
/// When the input is empty, is not text, or cannot be read.
pub(crate) fn summarize(reader: impl BufRead, keywords: &[Keyword], limit: usize) -> Result<Vec<String>, ReadError> {
    let mut summarizer = Summarizer::new(keywords, limit);
    for_each_sentence(reader, |sentence| {
        summarizer.sentence(sentence);
        ControlFlow::Continue(())
    })?;
    Ok(summarizer.finish())
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
