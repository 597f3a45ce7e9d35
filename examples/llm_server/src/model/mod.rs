//! What answers: a script, or a model behind a server.

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

/// An answer, piece by piece. Dropping it ends the request that it comes from.
pub type Answer = BoxStream<'static, Result<String, ModelError>>;

/// What a model is asked to do with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// Answer it.
    Answer,
    /// Say it in a sentence.
    Summarize,
    /// Say it in another language.
    Translate(Language),
}

/// A language model, or what stands in for one. Clones share its connections.
#[derive(Debug, Clone)]
pub enum Model {
    /// A script, for want of a model.
    Scripted(Scripted),
    /// Any server that speaks `OpenAI`'s protocol.
    OpenAi(OpenAi),
}

impl Model {
    /// The model that the environment names by `OPENAI_BASE_URL`, `OPENAI_MODEL` and `OPENAI_API_KEY`, or the script.
    ///
    /// # Errors
    /// The URL is none, or says no model.
    pub fn from_env() -> Result<Self, Box<dyn Error>> {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let Some(url) = variable("OPENAI_BASE_URL") else { return Ok(Self::Scripted(Scripted::default())) };
        let model = variable("OPENAI_MODEL").ok_or("`OPENAI_MODEL` is missing: which model of that server?")?;
        Ok(Self::OpenAi(OpenAi::new(&url, &model, variable("OPENAI_API_KEY").as_deref())?))
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Scripted(_) => "scripted",
            Self::OpenAi(model) => model.name(),
        }
    }

    /// Begins an answer.
    ///
    /// # Errors
    /// The model's server cannot be reached, or refuses. What goes wrong later is an item of the answer.
    ///
    /// # Cancel safety
    /// Dropping the future ends the request.
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

/// The log has what the server said; the client is told less.
fn log(error: &ModelError) {
    tracing::warn!(?error, "{error}");
}
