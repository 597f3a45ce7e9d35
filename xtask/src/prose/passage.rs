//! Pieces of text.

/// A piece of text that is read as a whole.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Passage {
    pub(super) kind: Kind,
    /// The lines, each with its number in the file.
    pub(super) lines: Vec<(usize, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The first paragraph of a doc comment.
    Opening,
    /// A paragraph of a comment or of a Markdown file.
    Paragraph,
    /// A heading, a table cell, or a string literal: not always a sentence.
    Fragment,
}
