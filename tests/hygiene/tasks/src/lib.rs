//! Tasks and a pipeline for the users in the other crates.

use runnable::prelude::*;

/// The events of [`spell()`].
#[derive(Debug, Clone, PartialEq, TaskEvent)]
pub enum Letter {
    /// One letter.
    Next {
        /// The letter.
        letter: char,
    },
    /// All of them.
    Done {
        /// The letters, with dashes in between.
        spelled: String,
    },
}

/// Trims a text.
#[task(returns = [text])]
pub async fn trim(text: String) -> String {
    text.trim().to_owned()
}

/// Spells a text, letter by letter.
#[task(returns = [spelled])]
pub fn spell(text: &str) -> impl Stream<Item = Letter> {
    stream! {
        let mut letters = Vec::new();
        for letter in text.chars() {
            letters.push(letter.to_string());
            yield Letter::Next { letter };
        }
        yield Letter::Done { spelled: letters.join("-") };
    }
}

/// Tasks of a module.
pub mod count {
    use runnable::prelude::*;

    /// Counts letters.
    #[task(returns = [letters])]
    pub async fn letters(text: &str) -> usize {
        text.chars().count()
    }
}

pipeline! {
    /// Trims a text, then spells it.
    pub fn clean(text: String) -> [spelled] {
        trim >> spell
    }
}

#[cfg(test)]
mod tests {
    use super::clean;
    use runnable::prelude::*;

    #[tokio::test]
    async fn a_pipeline_runs_in_its_own_crate() {
        assert_eq!(clean(" ab ".into()).execute().await.unwrap().spelled, "a-b");
    }
}
