//! Splits a passage into words.

use super::passage::Passage;

/// Stands for a span of code, a placeholder, or a link target.
pub(super) const CODE: &str = "`";

/// A word of a passage.
#[derive(Debug, PartialEq)]
pub(super) struct Word {
    /// The word in lower case, or [`CODE`].
    pub(super) text: String,
    pub(super) line: usize,
    /// The word is the first of a sentence.
    pub(super) starts: bool,
    /// The punctuation that follows directly.
    pub(super) mark: Option<char>,
}

/// Returns the words of a passage.
pub(super) fn words(passage: &Passage) -> Vec<Word> {
    let mut splitter = Splitter { words: vec![], starts: true, spaced: false };
    let mut code = None;
    for (number, line) in &passage.lines {
        splitter.line(*number, line, &mut code);
    }
    splitter.words
}

struct Splitter {
    words: Vec<Word>,
    starts: bool,
    /// White space follows the last word.
    spaced: bool,
}

impl Splitter {
    /// Reads a line; `code` holds the backticks that opened a span of code.
    fn line(&mut self, number: usize, line: &str, code: &mut Option<usize>) {
        self.spaced = true;
        let mut rest = line.trim_start().trim_start_matches(['-', '*', '+', '>', '#']);
        while let Some(character) = rest.chars().next() {
            let ticks = rest.len() - rest.trim_start_matches('`').len();
            if ticks > 0 {
                match *code {
                    Some(open) if open == ticks => *code = None,
                    Some(_) => {}
                    None => {
                        *code = Some(ticks);
                        self.word(CODE, number);
                    }
                }
                rest = &rest[ticks..];
            } else if code.is_some() {
                rest = &rest[character.len_utf8()..];
            } else if let Some(skipped) = skipped(rest) {
                self.word(CODE, number);
                rest = &rest[skipped..];
            } else {
                let length = rest.find(|character| !is_of_word(character)).unwrap_or(rest.len());
                let length = rest[..length].trim_end_matches(['-', '\'']).len();
                if length == 0 {
                    self.mark(character);
                    rest = &rest[character.len_utf8()..];
                } else {
                    self.word(&rest[..length].to_lowercase(), number);
                    rest = &rest[length..];
                }
            }
        }
    }

    fn word(&mut self, text: &str, line: usize) {
        self.spaced = false;
        let starts = std::mem::take(&mut self.starts);
        self.words.push(Word { text: text.to_owned(), line, starts, mark: None });
    }

    fn mark(&mut self, character: char) {
        if character.is_whitespace() {
            self.spaced = true;
        } else if let Some(last) = self.words.last_mut()
            && !self.spaced
            && !"*_".contains(character)
        {
            last.mark.get_or_insert(character);
            self.starts |= ".!?".contains(character);
        }
    }
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || "_-'’".contains(character)
}

/// Returns the length of a link target, a URL, or a placeholder that starts here.
fn skipped(rest: &str) -> Option<usize> {
    if rest.starts_with("](") {
        return rest.find(')').map(|end| end + 1);
    }
    if rest.starts_with("http://") || rest.starts_with("https://") {
        return Some(rest.find([' ', ')', '>', '"', '`']).unwrap_or(rest.len()));
    }
    if rest.starts_with('{') {
        return rest.find('}').map(|end| end + 1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::passage::Kind;
    use super::*;

    fn split(lines: &[&str]) -> Vec<String> {
        let lines = (1..).zip(lines.iter().map(|&line| line.to_owned())).collect();
        let words = words(&Passage { kind: Kind::Paragraph, lines }).into_iter();
        words
            .map(|word| {
                let start = if word.starts { "^" } else { "" };
                format!("{start}{}{}", word.text, word.mark.map(String::from).unwrap_or_default())
            })
            .collect()
    }

    #[test]
    fn code_links_and_placeholders_are_a_word_each() {
        assert_eq!(split(&["A `is no", "thing` of {it}."]), ["^a", "`", "of", "`."]);
        assert_eq!(split(&["See [a page](https://of.it/x) now."]), ["^see", "a", "page", "`", "now."]);
    }

    #[test]
    fn sentences_start_after_a_full_stop() {
        assert_eq!(split(&["It is. What now? A no-op"]), ["^it", "is.", "^what", "now?", "^a", "no-op"]);
    }
}
