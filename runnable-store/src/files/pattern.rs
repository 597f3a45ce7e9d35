//! A pattern of names.

use super::workspace::split;
use crate::{StoreError, StoreErrorKind};
use globset::{GlobBuilder, GlobMatcher};

/// A pattern: `*`, `?` and `[a-z]` within a part of a name, `**` for any number of parts, `{a,b}` for one of several.
pub(super) struct Pattern<'a> {
    pub(super) text: &'a str,
    /// The parts before the first one with a wildcard; all of them where there is none.
    pub(super) fixed: Vec<&'a str>,
    /// Whether there are more.
    pub(super) wild: bool,
    /// Whether a wildcard may stand for a name that begins with a dot.
    pub(super) hidden: bool,
    /// How many parts a name has at most.
    pub(super) depth: Option<usize>,
    matcher: GlobMatcher,
}

impl<'a> Pattern<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, StoreError> {
        let parts = split(text)?;
        let glob = GlobBuilder::new(text).literal_separator(true).build().map_err(|error| {
            StoreError::new(StoreErrorKind::Invalid, format!("`{text}` is no pattern of names")).because(error)
        })?;
        let is_wild = |part: &&str| part.contains(['*', '?', '[', ']', '{', '}']);
        let fixed: Vec<_> = parts.iter().copied().take_while(|part| !is_wild(part)).collect();
        let rest = &parts[fixed.len()..];
        // Within braces, a part may hold several, and begin with a dot after a comma.
        let braces = text.contains('{');
        let hidden = rest.iter().any(|part| part.starts_with('.') || (braces && part.contains('.')));
        let depth = (!text.contains("**") && !braces).then_some(parts.len());
        Ok(Self { text, wild: !rest.is_empty(), fixed, hidden, depth, matcher: glob.compile_matcher() })
    }

    pub(super) fn matches(&self, name: &str) -> bool {
        self.matcher.is_match(name)
    }
}
