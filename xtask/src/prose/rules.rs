//! The rules, and where a passage breaks them.

use super::{
    passage::{Kind, Passage},
    words::{Word, words},
};

/// How many words before and after a phrase are shown with it.
const CONTEXT: usize = 3;

/// The words that a doc comment does not start with.
const OPENINGS: &str = "what|whether|how|where|so|who|whose|whom|why|when|which|that|there|as|if|of|since|because|than";

/// The words that a statement does not start with.
const STATEMENTS: &str = "what|whether|where";

/// A phrase that the style rules out. Words are separated by spaces; alternatives by `|`.
struct Rule {
    phrase: &'static str,
    /// The phrase is allowed after these words.
    after: &'static str,
    /// The phrase is allowed before these words.
    before: &'static str,
    remedy: &'static str,
}

const fn rule(phrase: &'static str, remedy: &'static str) -> Rule {
    Rule { phrase, after: "", before: "", remedy }
}

const RULES: &[Rule] = &[
    rule("goes|go|going|went|gone on", "write \"continues\" or \"resumes\""),
    rule("told|tells|tell|telling", "write \"reports\", \"says\" or \"shows\""),
    Rule {
        phrase: "is|are|was|were|be no",
        after: "there",
        before: "longer|more|less|greater|later|earlier|better|worse|fewer|smaller|larger|faster|slower|different",
        remedy: "write \"is not a ..\" or \"has no ..\"",
    },
    rule("is|are|was nothing that|of", "write \"is not a ..\""),
    rule("of it", "write \"its ..\" or repeat the noun"),
    rule("that of", "repeat the noun"),
    rule("so|as often", "write how many times, or \"whenever\""),
    rule("that|what|which|whatever|all|than|as there is|are|was|were", "leave \"there is\" out: name the thing"),
    rule("where there is|are|was|were", "write \"if\""),
    rule("only|even|also|except|fails|fail|failed|error|errors|panics where", "write \"if\" for a condition"),
    rule("one's|oneself", "repeat the noun"),
    rule("to|be|is|are|was be|had had", "write \"available\" or \"obtained\""),
    rule("to|be|is|are|was had", "write \"available\" or \"obtained\""),
    rule("as may", "name the limit"),
    rule("as it|they likes|like|pleases|please|finds|find", "say in which way"),
    rule("unasked|lest|thereof|therein|therefrom|whence|wherein|hereby", "use a plain word"),
    rule("furnish|furnishes|furnished", "write \"attaches\""),
    rule("bury|buries|buried", "write \"marks as interrupted\""),
    rule("hub|hubs", "write \"queue\""),
    rule("tray|trays", "write \"pending items\""),
    rule("substitute|substitutes", "write \"replacement\" or \"replaces\""),
    rule("heartbeat|heartbeats", "write \"keep-alive\", or \"renews the lease\""),
];

/// A phrase that breaks a rule.
#[derive(Debug, PartialEq)]
pub(super) struct Finding {
    pub(super) line: usize,
    pub(super) phrase: String,
    /// The phrase with the words around it.
    pub(super) excerpt: String,
    pub(super) remedy: &'static str,
}

/// Returns the phrases of a passage that break a rule, in order.
pub(super) fn check(passage: &Passage) -> Vec<Finding> {
    let words = words(passage);
    let mut findings = vec![];
    for at in 0..words.len() {
        let found = opening(passage.kind, &words, at)
            .or_else(|| RULES.iter().find_map(|rule| phrase(rule, &words, at)))
            .or_else(|| pronoun(&words, at));
        if let Some((length, remedy)) = found {
            findings.push(finding(&words, at, length, remedy));
        }
    }
    findings
}

type Match = (usize, &'static str);

fn finding(words: &[Word], at: usize, length: usize, remedy: &'static str) -> Finding {
    let text = |words: &[Word]| words.iter().map(|word| &*word.text).collect::<Vec<_>>().join(" ");
    let end = (at + length + CONTEXT).min(words.len());
    Finding {
        line: words[at].line,
        phrase: text(&words[at..at + length]),
        excerpt: text(&words[at.saturating_sub(CONTEXT)..end]),
        remedy,
    }
}

/// Matches a first word that a doc comment or a statement does not start with.
fn opening(kind: Kind, words: &[Word], at: usize) -> Option<Match> {
    let word = &words[at];
    if kind == Kind::Opening && at == 0 && is(&word.text, OPENINGS) {
        return Some((1, "start a doc comment with a third-person verb or a noun phrase"));
    }
    let end = words[at..].iter().find_map(|word| word.mark.filter(|mark| ".!?".contains(*mark)));
    (kind != Kind::Fragment && word.starts && is(&word.text, STATEMENTS) && end != Some('?'))
        .then_some((1, "start the sentence with its subject; write \"if\" for a condition"))
}

fn phrase(rule: &Rule, words: &[Word], at: usize) -> Option<Match> {
    let parts: Vec<_> = rule.phrase.split(' ').collect();
    let found = words.get(at..at + parts.len())?;
    let matches = found.iter().zip(&parts).all(|(word, part)| is(&word.text, part));
    // The words of a phrase stand side by side, without punctuation.
    let together = found[..parts.len() - 1].iter().all(|word| word.mark.is_none());
    let excepted = is(previous(words, at), rule.after)
        || words.get(at + parts.len()).is_some_and(|word| is(&word.text, rule.before));
    (matches && together && !excepted).then_some((parts.len(), rule.remedy))
}

/// Matches "one" where it stands for a noun: before a verb or a relative clause, or at the end of a clause.
fn pronoun(words: &[Word], at: usize) -> Option<Match> {
    const NUMERALS: &str = "least|most|exactly|only|than|just|by|to|zero|from|version|level|add|adds|plus|minus|`";
    const VERBS: &str = "that|which|who|whose|can|cannot|may|must|is|was|has|had|does|would|will";
    let word = &words[at];
    if word.text != "one" || is(previous(words, at), NUMERALS) {
        return None;
    }
    let ends = word.mark.is_some_and(|mark| ".,;:!?".contains(mark)) && at > 0;
    let before_verb = word.mark.is_none() && words.get(at + 1).is_some_and(|next| is(&next.text, VERBS));
    (ends || before_verb).then_some((1, "repeat the noun instead of \"one\""))
}

fn previous(words: &[Word], at: usize) -> &str {
    at.checked_sub(1).map_or("", |before| &words[before].text)
}

/// Returns whether `word` is one of `alternatives`.
fn is(word: &str, alternatives: &str) -> bool {
    !word.is_empty() && alternatives.split('|').any(|alternative| alternative == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(kind: Kind, text: &str) -> Vec<String> {
        let lines = (1..).zip(text.lines().map(str::to_owned)).collect();
        check(&Passage { kind, lines }).into_iter().map(|finding| finding.phrase).collect()
    }

    #[test]
    fn a_doc_comment_starts_with_a_verb_or_a_noun() {
        for word in ["What", "Whether", "How", "Where", "So", "Who", "Why"] {
            assert_eq!(phrases(Kind::Opening, &format!("{word} a run ends.")), [word.to_lowercase()]);
        }
        assert!(phrases(Kind::Opening, "Returns how a run ends. So far, none did.").is_empty());
        assert!(phrases(Kind::Opening, "The run.\n").is_empty());
    }

    #[test]
    fn a_question_may_start_with_what() {
        assert!(phrases(Kind::Paragraph, "It ends. What then?").is_empty());
        assert_eq!(phrases(Kind::Paragraph, "It ends. What ends is dropped."), ["what"]);
        assert!(phrases(Kind::Fragment, "What it costs").is_empty());
    }

    #[test]
    fn a_phrase_is_found_across_lines_and_not_across_marks_or_code() {
        let passage = Passage { kind: Kind::Paragraph, lines: vec![(7, "The run goes".into()), (8, "on.".into())] };
        let findings = check(&passage);
        assert_eq!((findings.len(), findings[0].line, &*findings[0].phrase), (1, 7, "goes on"));
        assert_eq!(findings[0].excerpt, "the run goes on");
        assert!(phrases(Kind::Paragraph, "Thus it goes. On it goes; `goes on`.").is_empty());
    }

    #[test]
    fn phrases_of_the_list_are_found() {
        for (text, phrase) in [
            ("a name that is no word", "is no"),
            ("the caller is told", "told"),
            ("the first line of it", "of it"),
            ("a cost like that of a clone", "that of"),
            ("all events that there are", "that there are"),
            ("for a run that there is not", "that there is"),
            ("tried so often", "so often"),
            ("it fails where a test was skipped", "fails where"),
        ] {
            assert_eq!(phrases(Kind::Fragment, text), [phrase], "{text}");
        }
    }

    #[test]
    fn plain_english_is_not_found() {
        for text in [
            "the run is no longer there",
            "there is no queue",
            "one of its fields",
            "at least one is left",
            "the only one of one item",
            "one event follows",
            "the folder where it is kept",
        ] {
            assert!(phrases(Kind::Paragraph, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn one_as_a_pronoun_is_found() {
        for text in ["the first one.", "one that fails", "a run and its own one, too"] {
            assert_eq!(phrases(Kind::Paragraph, text), ["one"], "{text}");
        }
    }
}
