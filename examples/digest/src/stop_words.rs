//! English stop words.

/// English words that do not indicate the subject of a text, sorted.
#[rustfmt::skip]
pub(crate) const STOP_WORDS: &[&str] = &[
    "about", "above", "after", "again", "against", "all", "also", "although", "always", "among", "and", "another",
    "any", "are", "aren't", "around", "away", "back", "because", "been", "before", "being", "below", "between",
    "both", "but", "came", "can", "can't", "cannot", "come", "could", "couldn't", "did", "didn't", "does", "doesn't",
    "doing", "don't", "done", "down", "during", "each", "either", "else", "even", "ever", "every", "few", "for",
    "from", "further", "get", "gets", "give", "given", "goes", "going", "got", "had", "hadn't", "has", "hasn't",
    "have", "haven't", "having", "he'd", "he'll", "her", "here", "hers", "herself", "him", "himself", "his", "how",
    "however", "i'd", "i'll", "i'm", "i've", "into", "isn't", "its", "itself", "just", "least", "less", "let",
    "like", "made", "make", "many", "may", "might", "more", "most", "much", "must", "myself", "neither", "never",
    "nor", "not", "now", "off", "often", "once", "one", "only", "onto", "other", "others", "our", "ours",
    "ourselves", "out", "over", "own", "per", "perhaps", "put", "quite", "rather", "really", "said", "same", "say",
    "says", "see", "shall", "she", "she'd", "she'll", "should", "shouldn't", "since", "some", "still", "such",
    "take", "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there", "these", "they",
    "they'd", "they'll", "they're", "they've", "this", "those", "though", "through", "thus", "too", "toward",
    "towards", "two", "under", "until", "upon", "use", "used", "using", "very", "was", "wasn't", "we'd", "we'll",
    "we're", "we've", "well", "went", "were", "weren't", "what", "when", "where", "whether", "which", "while", "who",
    "whom", "whose", "why", "will", "with", "within", "without", "won't", "would", "wouldn't", "yet", "you", "you'd",
    "you'll", "you're", "you've", "your", "yours", "yourself", "yourselves",
];
