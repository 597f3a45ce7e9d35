//! "Did you mean": the name that a misspelt one was meant to be.

/// The candidate closest to `name`, if one is close enough to be what was meant.
pub(crate) fn did_you_mean<S: AsRef<str>>(name: &str, candidates: impl IntoIterator<Item = S>) -> Option<String> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate.as_ref()), candidate))
        .filter(|(distance, candidate)| {
            let candidate = candidate.as_ref();
            *distance <= 1 + name.len().max(candidate.len()) / 4 || strsim::jaro_winkler(name, candidate) > 0.85
        })
        .min_by_key(|(distance, candidate)| (*distance, std::cmp::Reverse(common_prefix(name, candidate.as_ref()))))
        .map(|(_, candidate)| candidate.as_ref().to_owned())
}

/// How many characters two names begin with alike.
fn common_prefix(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}
