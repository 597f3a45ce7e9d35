//! The dependency has another name here, and the steps are in another crate.

#![cfg(test)]

/// Steps by their paths.
pub mod by_path {
    use pipelines::prelude::*;

    pipeline! {
        /// Names every step by its path.
        pub fn by_path(text: String) -> [spelled, letters] {
            hygiene_tasks::trim >> parallel { hygiene_tasks::spell, ::hygiene_tasks::count::letters }
        }
    }
}

/// Steps by a glob import.
pub mod by_glob {
    use hygiene_tasks::*;
    use pipelines::prelude::*;

    pipeline! {
        /// Takes a task, a module's task and a pipeline.
        pub fn by_glob(text: String) -> [spelled, letters] {
            count::letters >> clean
        }
    }
}

/// Steps under another name.
pub mod by_rename {
    use hygiene_tasks::{count::letters as measure, trim as tidy};
    use pipelines::prelude::*;

    /// Says how long a text is: a task of this crate between those of another.
    #[task(returns = [verdict])]
    pub async fn judge(letters: usize) -> String {
        if letters > 3 { "long".into() } else { "short".into() }
    }

    pipeline! {
        /// Renamed imports.
        pub fn by_rename(text: String) -> [text, verdict] {
            tidy >> measure >> judge
        }
    }
}

/// Events under the renamed dependency.
pub mod events {
    use pipelines::prelude::*;

    /// The events of [`tick()`].
    #[derive(Debug, Clone, PartialEq, TaskEvent)]
    pub enum Clock {
        /// The end.
        Done {
            /// The number of ticks.
            ticks: u32,
        },
    }

    /// Counts.
    #[task(returns = [ticks])]
    pub fn tick(upto: u32) -> impl Stream<Item = Clock> {
        stream! { yield Clock::Done { ticks: upto }; }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        by_glob::by_glob,
        by_path::{ByPathEvent, by_path},
        by_rename::by_rename,
        events::tick,
    };
    use hygiene_tasks::Letter;
    use pipelines::prelude::*;

    #[tokio::test]
    async fn steps_by_path() {
        let output = by_path(" abc ".into()).execute().await.unwrap();
        assert_eq!((output.spelled.as_str(), output.letters), ("a-b-c", 3));
    }

    #[tokio::test]
    async fn steps_by_glob() {
        let output = by_glob(" abc ".into()).execute().await.unwrap();
        assert_eq!((output.spelled.as_str(), output.letters), ("a-b-c", 5));
    }

    #[tokio::test]
    async fn steps_by_another_name() {
        let output = by_rename(" abc ".into()).execute().await.unwrap();
        assert_eq!((output.text.as_str(), output.verdict.as_str()), ("abc", "short"));
    }

    #[tokio::test]
    async fn the_events_of_another_crate() {
        let mut run = by_path("ab".into()).execute_streaming();
        let mut letters = String::new();
        while let Some(event) = run.next().await {
            if let ByPathEvent::Spell(Letter::Next { letter }) = event.data() {
                letters.push(*letter);
            }
        }
        assert_eq!(letters, "ab");
    }

    #[tokio::test]
    async fn an_expression() {
        let prefix = "ab";
        let output = pipeline! { hygiene_tasks::trim(text = format!(" {prefix} ")) >> tick(upto = 2) };
        assert_eq!(output.execute().await.unwrap().ticks, 2);
    }
}
