//! Skipping code, tables, comments and front matter in Markdown.

use crate::read::Piece;

/// Skips everything that is not prose, line by line as the text arrives: fenced code blocks, table
/// rows, thematic breaks, HTML comments at the start of a line, and front matter.
///
/// A skipped line becomes an empty line, so that it separates the sentences around it.
#[derive(Debug, Default)]
pub(crate) struct Markdown {
    block: Block,
    /// The number of lines that have ended, up to [`LINES`].
    lines: usize,
    /// True if the current line is skipped; `None` at the start of a line.
    skipping: Option<bool>,
}

/// The number of lines to count: only the first two may begin front matter.
const LINES: usize = 2;

/// The block that contains the current line.
#[derive(Debug, Clone, Copy, Default)]
enum Block {
    #[default]
    Prose,
    /// Code, up to a line of at least `length` marks or to the end of the quotation.
    Code { mark: u8, length: usize, quoted: bool },
    /// A comment, up to the line that ends it.
    Comment,
    /// Front matter after this marker, up to the same marker, unless an empty line follows.
    FrontMatter(&'static str),
}

impl Markdown {
    /// Returns the piece if it is prose, and an empty piece otherwise.
    pub(crate) fn prose<'a>(&mut self, piece: Piece<'a>) -> Piece<'a> {
        let skip = match self.skipping {
            // The rest of a line longer than a piece; only a comment can end in it.
            Some(skip) => {
                self.end_comment(piece.text);
                skip
            }
            None => self.line(piece.text),
        };
        self.skipping = (!piece.ends_line).then_some(skip);
        self.lines = LINES.min(self.lines + usize::from(piece.ends_line));
        if skip { Piece { text: "", ..piece } } else { piece }
    }

    /// Returns true if the line that begins with `line` must be skipped.
    fn line(&mut self, line: &str) -> bool {
        let quoted = line.trim_start().starts_with('>');
        let content = line.trim_start_matches([' ', '\t', '>']).trim_end();
        match self.block {
            Block::Code { quoted: true, .. } if !quoted => self.begin(line, content, quoted),
            Block::Code { mark, length, .. } => {
                let (marks, rest) = fence(content);
                if marks >= length && content.as_bytes()[0] == mark && rest.is_empty() {
                    self.block = Block::Prose;
                }
                true
            }
            Block::Comment => {
                self.end_comment(line);
                true
            }
            Block::FrontMatter(_) if self.lines == 1 && content.is_empty() => {
                self.block = Block::Prose;
                true
            }
            Block::FrontMatter(marker) => {
                if line.trim_end() == marker || (marker == "---" && line.trim_end() == "...") {
                    self.block = Block::Prose;
                }
                true
            }
            Block::Prose => self.begin(line, content, quoted),
        }
    }

    /// Returns true if a line outside any block must be skipped, and enters the block that it
    /// opens.
    fn begin(&mut self, line: &str, content: &str, quoted: bool) -> bool {
        self.block = Block::Prose;
        let item = without_list_mark(content);
        let (length, info) = fence(item);
        if self.lines == 0
            && let Some(marker) = ["---", "+++"].into_iter().find(|marker| line.trim_end() == *marker)
        {
            self.block = Block::FrontMatter(marker);
        } else if length > 0 {
            self.block = Block::Code { mark: item.as_bytes()[0], length, quoted };
            // A code span of three backticks is not a fence.
            if item.starts_with('`') && info.contains('`') {
                self.block = Block::Prose;
                return false;
            }
        } else if item.starts_with("<!--") {
            self.block = Block::Comment;
            self.end_comment(line);
        } else {
            return is_table_row(item) || is_rule(content);
        }
        true
    }

    /// Leaves a comment if `text` ends it.
    fn end_comment(&mut self, text: &str) {
        if matches!(self.block, Block::Comment) && text.contains("-->") {
            self.block = Block::Prose;
        }
    }
}

/// Returns the number of fence marks at the start of `line`, 0 if it is not a fence, and the rest
/// of the line.
fn fence(line: &str) -> (usize, &str) {
    let mark = if line.starts_with('~') { '~' } else { '`' };
    let rest = line.trim_start_matches(mark);
    let length = line.len() - rest.len();
    if length < 3 { (0, line) } else { (length, rest) }
}

/// Strips the mark of a list item from `line`.
fn without_list_mark(line: &str) -> &str {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let marks: &[char] = if number.len() < line.len() { &['.', ')'] } else { &['-', '*', '+'] };
    let rest = number.strip_prefix(marks).and_then(|rest| rest.strip_prefix(' '));
    rest.map_or(line, str::trim_start)
}

/// Returns true if `line` is a row of a table.
fn is_table_row(line: &str) -> bool {
    line.starts_with('|')
}

/// Returns true if `line` is a thematic break, the rule of a table, or the underline of a heading.
fn is_rule(line: &str) -> bool {
    line.len() > 1 && line.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | '|' | ':' | ' ' | '+'))
}
