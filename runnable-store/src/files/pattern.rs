//! A pattern of names.

use super::workspace::split;
use crate::error::{StoreError, StoreErrorKind};
use globset::{GlobBuilder, GlobMatcher};

/// A pattern: `*`, `?` and `[a-z]` within a part of a name, `**` for any number of parts, `{a,b}` for either alternative.
pub(super) struct Pattern<'a> {
    pub(super) text: &'a str,
    /// The parts before the first part with a wildcard.
    pub(super) fixed: Vec<&'a str>,
    /// `true` if the pattern has a wildcard.
    pub(super) wild: bool,
    /// `true` if a wildcard may match a part that starts with a dot.
    pub(super) hidden: bool,
    /// The maximum number of parts of a matching name, if there is a limit.
    pub(super) depth: Option<usize>,
    matcher: GlobMatcher,
}

impl<'a> Pattern<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, StoreError> {
        let parts = split(text)?;
        let glob = GlobBuilder::new(text).literal_separator(true).build().map_err(|error| {
            StoreError::new(StoreErrorKind::Invalid, format!("`{text}` is not a valid pattern")).with_source(error)
        })?;
        let is_wild = |part: &&str| part.contains(['*', '?', '[', ']', '{', '}']);
        let fixed: Vec<_> = parts.iter().copied().take_while(|part| !is_wild(part)).collect();
        let rest = &parts[fixed.len()..];
        // An alternative in braces may span several parts, and start with a dot after a comma.
        let braces = text.contains('{');
        let hidden = rest.iter().any(|part| part.starts_with('.') || (braces && part.contains('.')));
        let depth = (!text.contains("**") && !braces).then_some(parts.len());
        Ok(Self { text, wild: !rest.is_empty(), fixed, hidden, depth, matcher: glob.compile_matcher() })
    }

    pub(super) fn matches(&self, name: &str) -> bool {
        self.matcher.is_match(name)
    }
}
