//! A script in place of a model.

use super::{Answer, Job};
use futures_util::StreamExt as _;
use runnable::stream;
use std::time::Duration;

/// A script that answers word by word, and always answers the same text with the same words.
#[derive(Debug, Clone)]
pub struct Scripted {
    delay: Duration,
}

impl Scripted {
    /// Creates a script that waits for `delay` before each word.
    #[must_use]
    pub fn new(delay: Duration) -> Self {
        Self { delay }
    }

    pub(super) fn ask(&self, job: Job, text: &str) -> Answer {
        let (delay, answer) = (self.delay, answer(job, text));
        stream! {
            for word in answer.split_inclusive(' ') {
                tokio::time::sleep(delay).await;
                yield Ok(word.to_owned());
            }
        }
        .boxed()
    }
}

/// A delay at about the speed of a quick reader.
impl Default for Scripted {
    fn default() -> Self {
        Self::new(Duration::from_millis(40))
    }
}

fn answer(job: Job, text: &str) -> String {
    match job {
        Job::Answer => format!("You said: {text} (This is a scripted answer; no model is running.)"),
        Job::Summarize => {
            let words: Vec<_> = text.split_whitespace().take(6).collect();
            format!("In short: {} ...", words.join(" "))
        }
        Job::Translate(language) => format!("[{language}] {text}"),
    }
}
