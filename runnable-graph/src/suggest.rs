//! The name that a misspelt name was most likely meant to be.

/// Returns the candidate that `name` was most likely meant to be, or `None` if no candidate is close enough.
///
/// Upper and lower case count as the same, as do `_` and `-`. Of equally close candidates, the one with the longest common
/// prefix is returned.
pub fn nearest<S: AsRef<str>>(name: &str, candidates: impl IntoIterator<Item = S>) -> Option<S> {
    let name = folded(name);
    let measured = candidates.into_iter().filter_map(|candidate| {
        let text = folded(candidate.as_ref());
        let distance = strsim::damerau_levenshtein(&name, &text);
        is_close(&name, &text, distance)
            .then(|| ((distance, std::cmp::Reverse(common_prefix(&name, &text))), candidate))
    });
    measured.min_by_key(|(rank, _)| *rank).map(|(_, candidate)| candidate)
}

/// Returns "did you mean `candidate`?" for the [`nearest`] candidate.
pub fn did_you_mean<S: AsRef<str>>(name: &str, candidates: impl IntoIterator<Item = S>) -> Option<String> {
    nearest(name, candidates).map(|candidate| format!("did you mean `{}`?", candidate.as_ref()))
}

/// Returns `true` if `name` is `known` but for two edits at most.
///
/// This is stricter than [`nearest`], for names that may belong to somebody else, such as environment variables.
#[must_use]
pub fn is_typo_of(name: &str, known: &str) -> bool {
    strsim::damerau_levenshtein(&folded(name), &folded(known)) <= 2
}

fn folded(text: &str) -> String {
    text.to_lowercase().replace('_', "-")
}

/// One edit, and another one for every four characters; or a beginning that is nearly the same.
fn is_close(name: &str, candidate: &str, distance: usize) -> bool {
    let length = name.chars().count().max(candidate.chars().count());
    distance <= 1 + length / 4 || strsim::jaro_winkler(name, candidate) > 0.85
}

fn common_prefix(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::{is_typo_of, nearest};

    #[test]
    fn a_misspelt_name_has_a_nearest_candidate() {
        let options = ["returns", "retry", "timeout", "idle_timeout"];
        for (name, meant) in [
            ("timout", "timeout"),
            ("timeuot", "timeout"),
            ("return", "returns"),
            ("retyr", "retry"),
            ("idle-timeout", "idle_timeout"),
            ("Retry", "retry"),
        ] {
            assert_eq!(nearest(name, options), Some(meant), "{name}");
        }
    }

    #[test]
    fn two_edits_are_a_typo_and_three_are_not() {
        assert!(is_typo_of("RUNLOGURI", "RUNLOGURL") && is_typo_of("run-logs", "run_log"));
        assert!(!is_typo_of("RUNID", "RUNLOG") && !is_typo_of("PORT", "HTTP"));
    }

    #[test]
    fn a_different_name_has_none() {
        for name in ["", "spawn", "words", "x"] {
            assert_eq!(nearest(name, ["returns", "timeout"]), None, "{name}");
        }
    }

    #[test]
    fn of_equally_close_candidates_the_common_prefix_decides() {
        assert_eq!(nearest("texs", ["hexs", "text"]), Some("text"));
        assert_eq!(nearest("texs", ["text", "hexs"]), Some("text"));
    }

    #[test]
    fn length_counts_characters_and_not_bytes() {
        assert_eq!(nearest("äöü", ["xyz"]), None);
    }
}
