//! Paths of steps, as texts.

/// Returns whether `path` is `at` or a step inside `at`.
pub(super) fn is_within(path: &str, at: &str) -> bool {
    path.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '[']))
}

/// Returns whether `path` is a step inside `at`.
pub(crate) fn is_below(path: &str, at: &str) -> bool {
    path.strip_prefix(at).is_some_and(|rest| rest.starts_with('/'))
}
