//! What is no prose in a Markdown text: code, tables, comments, front matter.

use crate::read::Piece;

/// Skips what is no prose, line by line as the text arrives: fenced code blocks, table rows, thematic breaks, HTML
/// comments that begin a line, and front matter.
///
/// What is skipped becomes an empty line, so that it separates the sentences around it.
#[derive(Debug, Default)]
pub(crate) struct Markdown {
    block: Block,
    /// How many lines have ended, up to [`LINES`].
    lines: usize,
    /// Whether the line that goes on is skipped; `None` at the start of a line.
    skipping: Option<bool>,
}

/// How many lines are counted: only the first two may begin front matter.
const LINES: usize = 2;

/// What the current line is part of.
#[derive(Debug, Clone, Copy, Default)]
enum Block {
    #[default]
    Prose,
    /// Code, up to a line of at least `length` marks, or, in a quotation, to its end.
    Code { mark: u8, length: usize, quoted: bool },
    /// A comment, up to the line with its end.
    Comment,
    /// The first line was this one: front matter, unless an empty line follows, up to the same line.
    FrontMatter(&'static str),
}

impl Markdown {
    /// The piece if it is prose, or an empty one in its place.
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

    /// Whether the line that begins with `line` is to be skipped.
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

    /// Whether a line outside of any block is to be skipped; begins the block that it begins.
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
            // A code span of three back ticks is no fence.
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

    /// Ends a comment if `text` has its end.
    fn end_comment(&mut self, text: &str) {
        if matches!(self.block, Block::Comment) && text.contains("-->") {
            self.block = Block::Prose;
        }
    }
}

/// How many marks of a code fence `line` begins with, 0 if it is none, and what follows them.
fn fence(line: &str) -> (usize, &str) {
    let mark = if line.starts_with('~') { '~' } else { '`' };
    let rest = line.trim_start_matches(mark);
    let length = line.len() - rest.len();
    if length < 3 { (0, line) } else { (length, rest) }
}

/// `line` without the mark of a list item before its content.
fn without_list_mark(line: &str) -> &str {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let marks: &[char] = if number.len() < line.len() { &['.', ')'] } else { &['-', '*', '+'] };
    let rest = number.strip_prefix(marks).and_then(|rest| rest.strip_prefix(' '));
    rest.map_or(line, str::trim_start)
}

/// Whether `line` is a row of a table.
fn is_table_row(line: &str) -> bool {
    line.starts_with('|')
}

/// Whether `line` is a thematic break, the rule of a table, or what underlines a heading.
fn is_rule(line: &str) -> bool {
    line.len() > 1 && line.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | '|' | ':' | ' ' | '+'))
}
