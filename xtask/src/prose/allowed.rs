//! The phrases that stand in spite of the rules.

/// A phrase that may stand in the files of a folder.
struct Allowance {
    /// The start of the files' paths.
    path: &'static str,
    /// The phrase as it is reported, or `*` for any.
    phrase: &'static str,
    reason: &'static str,
}

const ALLOWED: &[Allowance] = &[
    Allowance { path: "xtask/src/prose/", phrase: "*", reason: "the rules and their tests name what they forbid" },
    Allowance {
        path: "runnable-store/migrations/",
        phrase: "what",
        reason: "an applied migration is identified by its text, which therefore never changes",
    },
];

/// Returns the index of the allowance for a phrase in a file.
pub(super) fn position(file: &str, phrase: &str) -> Option<usize> {
    ALLOWED
        .iter()
        .position(|allowed| file.starts_with(allowed.path) && (allowed.phrase == "*" || allowed.phrase == phrase))
}

/// Describes the allowances whose indices are not among `used`.
pub(super) fn unused(used: &[usize]) -> Vec<String> {
    let unused = ALLOWED.iter().enumerate().filter(|(index, _)| !used.contains(index));
    unused
        .map(|(_, Allowance { path, phrase, reason })| {
            format!(
                "{path}: the allowance of `{phrase}` ({reason}) is unused: remove it from xtask/src/prose/allowed.rs"
            )
        })
        .collect()
}
