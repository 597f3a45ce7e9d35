//! Splits Markdown into passages: paragraphs, list items, headings and table cells. The comments in code blocks of
//! Rust are passages too; other code is skipped.

use super::{
    passage::{Kind, Passage},
    rust,
};

/// Returns the passages of these lines; the first paragraph is of the given kind.
pub(super) fn passages(lines: Vec<(usize, String)>, first: Kind) -> Vec<Passage> {
    let mut splitter = Splitter { passages: vec![], open: vec![], next: first, fence: None };
    for (number, line) in lines {
        splitter.line(number, line);
    }
    splitter.close();
    splitter.passages
}

struct Splitter {
    passages: Vec<Passage>,
    /// The lines of the paragraph that is being read.
    open: Vec<(usize, String)>,
    /// The kind of the next paragraph.
    next: Kind,
    fence: Option<Fence>,
}

/// A block of code that is being read.
struct Fence {
    marker: String,
    is_rust: bool,
    /// The number of the first line of the code.
    start: usize,
    code: String,
}

impl Splitter {
    fn line(&mut self, number: usize, line: String) {
        let trimmed = line.trim();
        if let Some(fence) = &mut self.fence {
            if trimmed.starts_with(&fence.marker) {
                self.close_fence();
            } else {
                fence.code.push_str(&line);
                fence.code.push('\n');
            }
        } else if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            self.close();
            self.fence = Some(Fence::new(trimmed, number + 1));
        } else if trimmed.is_empty() {
            self.close();
        } else if trimmed.starts_with('#') {
            self.close();
            self.fragment(number, trimmed.trim_start_matches('#'));
        } else if trimmed.starts_with('|') {
            self.close();
            for cell in trimmed.split('|') {
                self.fragment(number, cell);
            }
        } else {
            if is_item(trimmed) {
                self.close();
            }
            self.open.push((number, line));
        }
    }

    fn fragment(&mut self, number: usize, text: &str) {
        if !text.trim().is_empty() {
            self.passages.push(Passage { kind: Kind::Fragment, lines: vec![(number, text.trim().to_owned())] });
        }
    }

    fn close(&mut self) {
        self.close_fence();
        if !self.open.is_empty() {
            let lines = std::mem::take(&mut self.open);
            let kind = std::mem::replace(&mut self.next, Kind::Paragraph);
            self.passages.push(Passage { kind, lines });
        }
    }

    fn close_fence(&mut self) {
        if let Some(fence) = self.fence.take()
            && fence.is_rust
        {
            self.passages.extend(rust::passages(&fence.code, fence.start));
        }
    }
}

impl Fence {
    fn new(opening: &str, start: usize) -> Self {
        let marker: String = opening.chars().take_while(|&character| "`~".contains(character)).collect();
        let language = opening[marker.len()..].split([',', ' ']).next().unwrap_or_default();
        let is_rust = ["", "rust", "no_run", "ignore", "compile_fail", "should_panic"].contains(&language);
        Self { marker, is_rust, start, code: String::new() }
    }
}

/// Returns whether a line starts an item of a list.
fn is_item(line: &str) -> bool {
    let digits = line.trim_start_matches(|character: char| character.is_ascii_digit());
    ["- ", "* ", "+ "].iter().any(|bullet| line.starts_with(bullet))
        || (digits.len() < line.len() && (digits.starts_with(". ") || digits.starts_with(") ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(Kind, String)> {
        let lines = (1..).zip(text.lines().map(str::to_owned)).collect();
        let passages = passages(lines, Kind::Opening).into_iter();
        passages
            .map(|passage| {
                (passage.kind, passage.lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("/"))
            })
            .collect()
    }

    #[test]
    fn paragraphs_items_headings_and_cells_are_passages() {
        let text = "First\nline.\n\nSecond.\n# Head\n- item\n  more\n- item\n| a | b |\n1. last";
        let expected = [
            (Kind::Opening, "First/line."),
            (Kind::Paragraph, "Second."),
            (Kind::Fragment, "Head"),
            (Kind::Paragraph, "- item/  more"),
            (Kind::Paragraph, "- item"),
            (Kind::Fragment, "a"),
            (Kind::Fragment, "b"),
            (Kind::Paragraph, "1. last"),
        ];
        assert_eq!(read(text), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn only_comments_of_rust_are_read_in_code() {
        let text = "```\nlet what = 1; // A comment.\n```\n```sh\n# Not this.\n```\nText.";
        let expected = [(Kind::Paragraph, "A comment."), (Kind::Opening, "Text.")];
        assert_eq!(read(text), expected.map(|(kind, text)| (kind, text.to_owned())));
    }
}
