//! Finds comments, doc comments and string literals in Rust source.

use super::{
    markdown,
    passage::{Kind, Passage},
};

/// Returns the passages of a source text whose first line has this number.
pub(super) fn passages(source: &str, first_line: usize) -> Vec<Passage> {
    let mut reader = Reader { source, at: 0, line: first_line, fresh: true, block: None, passages: vec![] };
    reader.read();
    reader.passages
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    line: usize,
    /// Nothing but white space was read on this line.
    fresh: bool,
    /// The comment that the next line may continue.
    block: Option<Block>,
    passages: Vec<Passage>,
}

struct Block {
    marker: &'static str,
    lines: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn read(&mut self) {
        while let Some(character) = self.rest().chars().next() {
            let rest = self.rest();
            if let Some(marker) = ["///", "//!", "//"].into_iter().find(|marker| rest.starts_with(marker)) {
                self.line_comment(if rest.starts_with("////") { "//" } else { marker });
            } else if rest.starts_with("/*") {
                self.block_comment();
            } else if let Some(hashes) = raw_string(rest).filter(|_| !self.in_word()) {
                self.raw_string(hashes);
            } else if character == '"' {
                self.string();
            } else if character == '\'' {
                self.skip(character_literal(rest));
            } else {
                if !character.is_whitespace() {
                    self.close();
                }
                self.skip(character.len_utf8());
            }
        }
        self.close();
    }

    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    /// Returns whether the last character belongs to an identifier.
    fn in_word(&self) -> bool {
        self.source[..self.at].ends_with(|character: char| character.is_alphanumeric() || character == '_')
    }

    fn skip(&mut self, length: usize) {
        let text = &self.source[self.at..self.at + length];
        self.line += text.matches('\n').count();
        let last = text.rsplit('\n').next().unwrap_or(text);
        self.fresh = (self.fresh || text.contains('\n')) && last.chars().all(char::is_whitespace);
        self.at += length;
    }

    fn line_comment(&mut self, marker: &'static str) {
        let text = self.rest().lines().next().unwrap_or_default();
        let (length, text) = (text.len(), text.trim_start_matches('/').trim_start_matches('!'));
        let line = (self.line, text.strip_prefix(' ').unwrap_or(text).to_owned());
        match &mut self.block {
            Some(block)
                if self.fresh
                    && block.marker == marker
                    && block.lines.last().is_some_and(|last| last.0 + 1 == line.0) =>
            {
                block.lines.push(line);
            }
            _ => {
                self.close();
                self.block = Some(Block { marker, lines: vec![line] });
            }
        }
        let own_line = self.fresh;
        self.skip(length);
        if !own_line {
            self.close();
        }
    }

    fn block_comment(&mut self) {
        self.close();
        let rest = self.rest();
        let (mut depth, mut end) = (0_usize, 0);
        loop {
            let here = &rest[end..];
            if here.starts_with("/*") {
                (depth, end) = (depth + 1, end + 2);
            } else if here.starts_with("*/") {
                (depth, end) = (depth - 1, end + 2);
            } else {
                end += here.chars().next().map_or(0, char::len_utf8);
            }
            if depth == 0 || end >= rest.len() {
                break;
            }
        }
        let text = rest[..end].trim_start_matches('/').trim_end_matches('/');
        let lines = (self.line..).zip(text.lines().map(|line| line.trim().trim_matches(['*', '!']).trim().to_owned()));
        let kind = if rest.starts_with("/**") || rest.starts_with("/*!") { Kind::Opening } else { Kind::Paragraph };
        let passages = markdown::passages(lines.collect(), kind);
        self.passages.extend(passages);
        self.skip(end);
    }

    fn raw_string(&mut self, hashes: usize) {
        let rest = self.rest();
        let start = rest.find('"').map_or(rest.len(), |at| at + 1);
        let end = format!("\"{}", "#".repeat(hashes));
        let length = rest[start..].find(&end).unwrap_or(rest.len() - start);
        self.literal(start, length, end.len(), false);
    }

    fn string(&mut self) {
        let rest = self.rest();
        let mut escaped = false;
        let length = rest[1..].find(|character| {
            let ends = character == '"' && !escaped;
            escaped = character == '\\' && !escaped;
            ends
        });
        self.literal(1, length.unwrap_or(rest.len() - 1), 1, true);
    }

    /// Keeps the text of a literal, which stands between `start` and a closing delimiter.
    fn literal(&mut self, start: usize, length: usize, closing: usize, escapes: bool) {
        self.close();
        let is_doc = self.source[..self.at].trim_end().ends_with("doc =");
        let text = &self.rest()[start..start + length];
        let text = if escapes { unescape(text) } else { text.to_owned() };
        let lines: Vec<_> = (self.line..).zip(text.split('\n').map(str::to_owned)).collect();
        if is_doc {
            self.passages.extend(markdown::passages(lines, Kind::Opening));
        } else {
            self.passages.push(Passage { kind: Kind::Fragment, lines });
        }
        self.skip((start + length + closing).min(self.rest().len()));
    }

    /// Ends the comment that was being read.
    fn close(&mut self) {
        if let Some(block) = self.block.take() {
            let kind = if block.marker == "//" { Kind::Paragraph } else { Kind::Opening };
            self.passages.extend(markdown::passages(block.lines, kind));
        }
    }
}

/// Replaces escapes by what separates words as they do, without adding lines.
fn unescape(text: &str) -> String {
    text.replace("\\\n", " \n").replace("\\n", " ").replace("\\t", " ").replace('\\', "")
}

/// Returns the number of hashes if a raw string literal starts here.
fn raw_string(rest: &str) -> Option<usize> {
    let rest = rest.trim_start_matches(['b', 'c']).strip_prefix('r')?;
    let body = rest.trim_start_matches('#');
    body.starts_with('"').then(|| rest.len() - body.len())
}

/// Returns the length of a character literal, or of the quote of a lifetime.
fn character_literal(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    match characters.next() {
        Some((_, '\\')) => {
            characters.next();
            characters.find(|&(_, character)| character == '\'').map_or(1, |(at, _)| at + 1)
        }
        Some(_) if rest.chars().nth(2) == Some('\'') => characters.next().map_or(1, |(at, _)| at + 1),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Vec<(Kind, usize, String)> {
        let passages = passages(source, 1).into_iter();
        passages
            .map(|passage| {
                let line = passage.lines[0].0;
                let lines: Vec<_> = passage.lines.into_iter().map(|(_, line)| line).collect();
                (passage.kind, line, lines.join("/"))
            })
            .collect()
    }

    #[test]
    fn comments_are_read_by_kind() {
        let source = "//! Crate.\n//! More.\n\n/// Item.\nfn f() { // Why.\n    // A block,\n    // in two lines.\n}\n";
        let expected = [
            (Kind::Opening, 1, "Crate./More."),
            (Kind::Opening, 4, "Item."),
            (Kind::Paragraph, 5, "Why."),
            (Kind::Paragraph, 6, "A block,/in two lines."),
        ];
        assert_eq!(read(source), expected.map(|(kind, line, text)| (kind, line, text.to_owned())));
    }

    #[test]
    fn strings_are_read_and_comments_in_them_are_not() {
        let source =
            "let a = \"x // y\\\"\\\n z\"; let b = r#\"raw \"one\"\"#; let c = '\"'; // end\n#[doc = \"Doc.\"]\n";
        let expected = [
            (Kind::Fragment, 1, "x // y\" / z"),
            (Kind::Fragment, 2, "raw \"one\""),
            (Kind::Paragraph, 2, "end"),
            (Kind::Opening, 3, "Doc."),
        ];
        assert_eq!(read(source), expected.map(|(kind, line, text)| (kind, line, text.to_owned())));
    }

    #[test]
    fn lifetimes_and_characters_hide_nothing() {
        let source = "fn f<'a>(x: &'a str) -> char { let q = '\\''; '/' } // after\n/* block\n * more */ 'é' // last";
        let expected =
            [(Kind::Paragraph, 1, "after"), (Kind::Paragraph, 2, "block/more"), (Kind::Paragraph, 3, "last")];
        assert_eq!(read(source), expected.map(|(kind, line, text)| (kind, line, text.to_owned())));
    }
}
