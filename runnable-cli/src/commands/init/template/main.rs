//! Narrates a story in several languages. `cargo run -- --help` lists the commands.

use runnable::prelude::*;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The events of `narrate`. Whoever follows the run receives each of them at once.
#[derive(Debug, Clone, TaskEvent)]
enum Narration {
    Chunk {
        text: String,
    },
    /// The end of the stream. Its field is the return of the task.
    Done {
        english: String,
    },
}

/// The events of `translate`.
#[derive(Debug, Clone, TaskEvent)]
enum Translation {
    Chunk { text: String },
    Done { translation: String },
}

/// A language that needs no dictionary.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Language {
    Backwards,
    PigLatin,
    Shouting,
}

/// Narrates a story word by word. In your program, a language model may do this.
#[task(returns = [english])]
fn narrate(hero: String, pause_ms: u64) -> impl Stream<Item = Narration> {
    stream! {
        let english = format!("There was a {hero}. It was hungry, and went out to find bread.");
        for word in english.split_inclusive(' ') {
            tokio::time::sleep(Duration::from_millis(pause_ms)).await;
            yield Narration::Chunk { text: word.to_owned() };
        }
        yield Narration::Done { english };
    }
}

/// Translates a text word by word. All translations borrow the same text.
#[task(returns = [translation])]
fn translate(english: &str, language: Language, pause_ms: u64) -> impl Stream<Item = Translation> {
    stream! {
        let mut translation = String::new();
        for word in english.split_inclusive(' ') {
            tokio::time::sleep(Duration::from_millis(pause_ms)).await;
            let text = language.word(word);
            translation.push_str(&text);
            yield Translation::Chunk { text };
        }
        yield Translation::Done { translation };
    }
}

impl Language {
    fn word(self, word: &str) -> String {
        // Spaces, commas and full stops stay where they are.
        let length = word.trim_end_matches(|c: char| !c.is_alphabetic()).len();
        let (letters, end) = word.split_at(length);
        let translated = match self {
            Self::Backwards => letters.chars().rev().collect(),
            Self::PigLatin => {
                let vowel = letters.find(|c: char| "aeiouAEIOU".contains(c)).unwrap_or(0);
                format!("{}{}ay", &letters[vowel..], &letters[..vowel])
            }
            Self::Shouting => letters.to_uppercase(),
        };
        translated + end
    }
}

// A step receives parameters of the pipeline, and returns of earlier steps, by their names. `map`
// runs its block once for each item, here for at most four at a time.
pipeline! {
    /// Narrates a story, and translates it into every language.
    fn story(
        /// The hero of the story.
        hero: String,
        /// The languages: `backwards`, `pig-latin` or `shouting`.
        languages: Vec<Language>,
        /// Milliseconds before each word.
        pause_ms: u64 = 100,
    ) -> [english, translation] {
        narrate >> map(languages as language, limit = 4) { translate }
    }
}

// The whole `main`. Each pipeline is a command, and each of its parameters is a flag:
// `cargo run -- run story --help`. Add your own pipelines here, with commas between them.
runnable_cli::main!(story);

#[cfg(test)]
mod tests {
    use super::*;
    use runnable::test;

    /// `paused` stops the clock, so the test does not wait for the pauses between words.
    #[test]
    fn a_story_is_narrated_and_translated() {
        let languages = vec![Language::Shouting, Language::PigLatin];
        let report = test::run(story("fox".into(), languages, 100)).paused();
        let output = report.output().expect("the run succeeds");
        assert!(output.english.starts_with("There was a fox."));
        assert!(output.translation[0].starts_with("THERE WAS A FOX."));
        assert!(output.translation[1].starts_with("ereThay asway aay oxfay."));
        report.assert_order(&["narrate", "translate"]);
    }

    /// A stub replaces `narrate`, so the test chooses the text that is translated.
    #[test]
    fn a_translation_keeps_its_full_stop() {
        let report = test::run(story("fox".into(), vec![Language::Backwards], 100))
            .stub("narrate", NarrateOutput { english: "Good night.".into() })
            .paused();
        assert_eq!(report.output().expect("the run succeeds").translation, ["dooG thgin."]);
    }
}
