//! Suggestions for misspelt names.

use runnable_graph::__private::did_you_mean;

/// The number of characters of a name up to which a suggestion is searched: the search takes longer for longer names.
const LONGEST: usize = 200;

/// Returns `; did you mean ..?` for the candidate that a client most likely meant, or an empty text.
pub(in crate::service) fn meant<S: AsRef<str>>(name: &str, candidates: impl IntoIterator<Item = S>) -> String {
    let near = if name.len() <= LONGEST { did_you_mean(name, candidates) } else { None };
    near.map_or_else(String::new, |near| format!("; {near}"))
}
