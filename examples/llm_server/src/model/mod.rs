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
    /// script if none of them is set.
    ///
    /// # Errors
    /// Fails if a variable is invalid, or if some are set and another is missing. The error names
    /// the variable.
    pub fn from_env() -> Result<Self, Box<dyn Error>> {
        let (url, model, key) = (variable("OPENAI_BASE_URL")?, variable("OPENAI_MODEL")?, variable("OPENAI_API_KEY")?);
        let Some(url) = url else {
            let set = model.is_some().then_some("OPENAI_MODEL").or(key.is_some().then_some("OPENAI_API_KEY"));
            return match set {
                None => Ok(Self::Scripted(Scripted::default())),
                Some(set) => Err(format!(
                    "`{set}` is set, but `OPENAI_BASE_URL` is not\nhelp: set it to the address of the model's server, \
                     such as `http://127.0.0.1:8080/v1`, or unset `{set}` to use the script"
                )
                .into()),
            };
        };
        let model = model.ok_or(
            "`OPENAI_BASE_URL` is set, but `OPENAI_MODEL` is not\nhelp: set it to the name of a model of that server",
        )?;
        Ok(Self::OpenAi(OpenAi::new(&url, &model, key.as_deref())?))
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

/// Returns the value of a variable; an empty value counts as none.
fn variable(name: &str) -> Result<Option<String>, String> {
    let Some(value) = std::env::var_os(name) else { return Ok(None) };
    let value = value.into_string().map_err(|_| format!("`{name}` is not valid UTF-8\nhelp: set it again"))?;
    Ok(Some(value.trim().to_owned()).filter(|value| !value.is_empty()))
}

/// Logs the server's explanation, which clients do not receive.
fn log(error: &ModelError) {
    tracing::warn!(?error, "{error}");
}
