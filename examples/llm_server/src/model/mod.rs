//! Models: a script, or a server that speaks `OpenAI`'s protocol.

mod busy;
mod error;
mod openai;
mod scripted;

pub use error::ModelError;
pub use openai::OpenAi;
pub use scripted::Scripted;

use crate::Language;
use futures_util::{StreamExt as _, TryStreamExt as _, stream::BoxStream};
use std::error::Error;

/// An answer as a stream of text. Dropping it cancels the request.
pub type Answer = BoxStream<'static, Result<String, ModelError>>;

/// The job that a model does with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// Answer the text.
    Answer,
    /// Summarize the text in a sentence.
    Summarize,
    /// Translate the text.
    Translate(Language),
}

/// A language model or a script. Clones share connections.
#[derive(Debug, Clone)]
pub enum Model {
    /// A script that needs no model.
    Scripted(Scripted),
    /// Any server that speaks `OpenAI`'s protocol.
    OpenAi(OpenAi),
}

impl Model {
    /// Creates the model that `OPENAI_BASE_URL`, `OPENAI_MODEL` and `OPENAI_API_KEY` name, or the
    /// script without them.
    ///
    /// # Errors
    /// Fails if the URL is invalid or `OPENAI_MODEL` is not set.
    pub fn from_env() -> Result<Self, Box<dyn Error>> {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let Some(url) = variable("OPENAI_BASE_URL") else { return Ok(Self::Scripted(Scripted::default())) };
        let model = variable("OPENAI_MODEL")
            .ok_or("`OPENAI_MODEL` is not set\nhelp: set it to the name of a model of that server")?;
        Ok(Self::OpenAi(OpenAi::new(&url, &model, variable("OPENAI_API_KEY").as_deref())?))
    }

    /// Returns the name of the model.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Scripted(_) => "scripted",
            Self::OpenAi(model) => model.name(),
        }
    }

    /// Requests an answer.
    ///
    /// # Errors
    /// Fails if the server cannot be reached or refuses. Later failures are items of the answer.
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request.
    pub async fn ask(&self, job: Job, text: &str) -> Result<Answer, ModelError> {
        match self {
            Self::Scripted(script) => Ok(script.ask(job, text)),
            Self::OpenAi(model) => {
                let answer = model.ask(job, text).await.inspect_err(log)?;
                Ok(answer.inspect_err(log).boxed())
            }
        }
    }
}

/// Logs the server's explanation, which clients do not receive.
fn log(error: &ModelError) {
    tracing::warn!(?error, "{error}");
}
