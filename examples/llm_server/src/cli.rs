//! The command line of the pipelines.

use crate::{
    Model,
    pipelines::{ChatAndSummarize, ChatAndTranslate, ChatConditionalTranslate, ChatMapTranslate},
};
use runnable_cli::Cli;

/// Returns the command line of the pipelines, which `model` answers.
pub fn cli(model: Model) -> Cli {
    Cli::new()
        .pipeline::<ChatAndSummarize>()
        .pipeline::<ChatAndTranslate>()
        .pipeline::<ChatMapTranslate>()
        .pipeline::<ChatConditionalTranslate>()
        .resource(model)
}
