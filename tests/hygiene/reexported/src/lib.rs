//! Uses `runnable` only through the prelude of another crate, without a dependency of its own.

#![cfg(test)]

use hygiene_facade::prelude::*;

/// The events of [`read()`].
#[derive(Debug, Clone, PartialEq, TaskEvent)]
pub enum Word {
    /// A word.
    Next {
        /// The word.
        word: String,
    },
    /// The end.
    Done {
        /// The number of words.
        words: usize,
    },
}

/// Reads words. The list of options may end in a comma.
#[task(returns = [words],)]
pub fn read(text: &str) -> impl Stream<Item = Word> {
    stream! {
        let mut words = 0;
        for word in text.split_whitespace() {
            words += 1;
            yield Word::Next { word: word.to_owned() };
        }
        yield Word::Done { words };
    }
}

/// Has no options.
#[task]
pub async fn nothing(words: usize) {
    let _ = words;
}

pipeline! {
    /// Reads, then does nothing.
    pub fn read_only(text: String) -> [words] {
        read >> nothing
    }
}

#[cfg(test)]
mod tests {
    use super::{ReadOnlyEvent, Word, nothing, read, read_only};
    use hygiene_facade::prelude::*;

    #[tokio::test]
    async fn a_pipeline_runs() {
        assert_eq!(read_only("a b".into()).execute().await.unwrap().words, 2);
    }

    #[tokio::test]
    async fn its_events_arrive() {
        let mut run = read_only("a b".into()).execute_streaming();
        let mut words = Vec::new();
        while let Some(event) = run.next().await {
            if let ReadOnlyEvent::Read(Word::Next { word }) = event.data() {
                words.push(word.clone());
            }
        }
        assert_eq!(words, ["a", "b"]);
        assert_eq!(run.output().await.unwrap().words, 2);
    }

    #[tokio::test]
    async fn an_expression() {
        let text = String::from("a b c");
        assert_eq!(pipeline! { nothing(words = 1) >> read(text) }.execute().await.unwrap().words, 3);
    }
}
