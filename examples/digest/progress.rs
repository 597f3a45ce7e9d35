//! Progress of the run, on stderr.

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use runnable::{Lifecycle, Outcome};
use std::{collections::HashMap, time::Duration};

/// A spinner for each running step, and a line for each finished step.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    bars: MultiProgress,
    running: HashMap<String, ProgressBar>,
}

impl Progress {
    /// Shows that a step started or finished.
    pub(crate) fn show(&mut self, path: &str, lifecycle: &Lifecycle) {
        match lifecycle {
            Lifecycle::StepStarted => {
                let style = ProgressStyle::with_template("{spinner} {prefix} {msg}");
                let bar = self.bars.add(ProgressBar::new_spinner()).with_prefix(path.to_owned());
                bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
                bar.enable_steady_tick(Duration::from_millis(100));
                self.running.insert(path.to_owned(), bar);
            }
            lifecycle if !path.is_empty() => {
                if let Some(outcome) = lifecycle.outcome() {
                    if let Some(bar) = self.running.remove(path) {
                        bar.finish_and_clear();
                    }
                    let word = if *outcome == Outcome::Succeeded { "done" } else { outcome.name() };
                    self.suspend(|| eprintln!("{word} {path}"));
                }
            }
            _ => {}
        }
    }

    /// Sets the progress message of a step.
    pub(crate) fn message(&self, path: &str, message: String) {
        if let Some(bar) = self.running.get(path) {
            bar.set_message(message);
        }
    }

    /// Runs `print` with the spinners hidden.
    pub(crate) fn suspend<R>(&self, print: impl FnOnce() -> R) -> R {
        self.bars.suspend(print)
    }
}
