//! Splitting a text into sentences as it arrives.

use crate::read::{Piece, Pieces, ReadError, cut_after_space};
use std::{io::BufRead, ops::ControlFlow};

/// The maximum length of a sentence in bytes; a longer sentence is cut, between words if possible.
pub(crate) const MAX_SENTENCE: usize = 4 * 1024;

/// Abbreviations whose full stop never ends a sentence, sorted.
pub(crate) const ABBREVIATIONS: &[&str] = &[
    "adm", "approx", "apr", "aug", "capt", "cf", "col", "dec", "dr", "e.g", "eg", "feb", "gen", "gov", "hon", "i.e",
    "ie", "jan", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "mt", "nov", "oct", "pres", "prof", "rep",
    "rev", "sen", "sept", "sgt", "st", "viz", "vs",
];

/// Abbreviations whose full stop does not end a sentence before a number, sorted.
pub(crate) const NUMBERED: &[&str] = &["art", "ch", "eq", "fig", "figs", "no", "nos", "p", "pp", "sec", "vol"];

/// The end of a sentence in the text seen so far.
enum End {
    /// Before this byte.
    At(usize),
    /// Not yet known; search again from this byte once more text has arrived.
    Unknown(usize),
}

/// Splits text that arrives in pieces into sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…` before a word that does not start in lower case, unless
/// the full stop belongs to an abbreviation, an initial or an item number; at `。`, `！` or `？`; and
/// at an empty line. White space inside a sentence becomes single spaces.
#[derive(Debug, Default)]
pub(crate) struct Splitter {
    pending: String,
    /// The length of the prefix of `pending` that contains no end.
    scanned: usize,
    /// True if white space separates `pending` from the next piece.
    gap: bool,
    line_has_text: bool,
}

impl Splitter {
    /// Adds a piece of the text and passes every completed sentence to `emit`.
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

    /// Ends the text and passes the remaining sentence to `emit`.
    pub(crate) fn finish(&mut self, mut emit: impl FnMut(&str)) {
        self.flush(&mut emit);
    }

    /// Emits the complete sentences of `pending` and cuts the rest to its bound.
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

/// Emits `text` if it contains a word.
fn emit_sentence(text: &str, emit: &mut impl FnMut(&str)) {
    if text.contains(char::is_alphanumeric) {
        emit(text.trim());
    }
}

/// Finds the end of the first sentence of `text` from byte `from` on, within the maximum length of
/// a sentence.
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
            let continues = next.is_lowercase() || (stop && is_abbreviation(&text[..mark], next));
            if !continues {
                return End::At(end);
            }
        }
    }
    End::Unknown(text.len())
}

/// Returns true if `c` can end a sentence.
fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

/// Returns true if `c` belongs to the sentence whose end it follows.
fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | ']' | '”' | '’' | '»' | '」')
}

/// Returns true if `c` can precede the first word of a sentence.
fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '(' | '[' | '“' | '‘' | '«' | '「')
}

/// Returns true if a full stop between `before` and `next` is part of an abbreviation.
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

/// Reads a text and passes its sentences to `visit` in reading order, until `visit` breaks.
///
/// The text after a break is neither read nor checked.
///
/// # Errors
///
/// Fails if the input is empty, is not text, or cannot be read.
pub(crate) fn for_each_sentence(
    mut pieces: Pieces<impl BufRead>,
    mut visit: impl FnMut(&str) -> ControlFlow<()>,
) -> Result<(), ReadError> {
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
