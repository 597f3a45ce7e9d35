//! How far the run is, on stderr.

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use runnable::{Lifecycle, Outcome};
use std::{collections::HashMap, time::Duration};

/// A spinner for each step that runs, and a line for each that has ended.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    bars: MultiProgress,
    running: HashMap<String, ProgressBar>,
}

impl Progress {
    /// Shows that a step has started or ended.
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

    /// Says how far a step is.
    pub(crate) fn message(&self, path: &str, message: String) {
        if let Some(bar) = self.running.get(path) {
            bar.set_message(message);
        }
    }

    /// Prints something where the spinners are in the way.
    pub(crate) fn suspend<R>(&self, print: impl FnOnce() -> R) -> R {
        self.bars.suspend(print)
    }
}
