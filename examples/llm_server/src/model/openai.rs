//! A model behind a server that speaks `OpenAI`'s protocol.

use super::{
    Job, ModelError,
    busy::{Busy, retry_after},
};
use eventsource_stream::Eventsource as _;
use futures_util::{Stream, StreamExt as _};
use reqwest::{
    Client, Response, StatusCode, Url,
    header::{AUTHORIZATION, HeaderMap, HeaderValue},
};
use runnable::try_stream;
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, error::Error, sync::Arc, time::Duration};

/// The maximum number of bytes to keep of a server's explanation.
const REASON: usize = 2048;

/// A model behind a server that speaks `OpenAI`'s protocol.
#[derive(Debug, Clone)]
pub struct OpenAi {
    client: Client,
    completions: Url,
    model: Arc<str>,
    busy: Arc<Busy>,
}

impl OpenAi {
    /// Connects to the model `model` of the server at `base_url`, which usually ends in `/v1`.
    ///
    /// # Errors
    /// Fails if the URL is invalid, if it needs TLS and the feature `tls` is disabled, or if the
    /// key is not a valid header.
    pub fn new(base_url: &str, model: &str, key: Option<&str>) -> Result<Self, Box<dyn Error>> {
        let completions = Url::parse(&format!("{}/chat/completions", base_url.trim_end_matches('/')))?;
        if completions.scheme() == "https" && !cfg!(feature = "tls") {
            return Err("`https` needs TLS, which is disabled\nhelp: add `--features tls`".into());
        }
        let mut headers = HeaderMap::new();
        if let Some(key) = key {
            let mut value = HeaderValue::from_str(&format!("Bearer {key}"))?;
            value.set_sensitive(true);
            headers.insert(AUTHORIZATION, value);
        }
        let client = Client::builder().default_headers(headers).connect_timeout(Duration::from_secs(10)).build()?;
        Ok(Self { client, completions, model: model.into(), busy: Arc::default() })
    }

    pub(super) fn name(&self) -> &str {
        &self.model
    }

    pub(super) async fn ask(
        &self,
        job: Job,
        text: &str,
    ) -> Result<impl Stream<Item = Result<String, ModelError>> + Send + use<>, ModelError> {
        let messages =
            [Message { role: "system", content: instruction(job) }, Message { role: "user", content: text.into() }];
        let question = Question { model: &self.model, messages, stream: true };
        let request = self.client.post(self.completions.clone()).json(&question);
        self.busy.over().await;
        let response = request.send().await.map_err(ModelError::Unreachable)?;
        if response.status().is_success() {
            return Ok(pieces(response));
        }
        let error = refused(response).await;
        if let Some(wait) = error.wait() {
            self.busy.for_at_least(wait);
        }
        Err(error)
    }
}

fn instruction(job: Job) -> Cow<'static, str> {
    match job {
        Job::Answer => "You are a helpful assistant. Answer in a few sentences.".into(),
        Job::Summarize => "Summarize the user's text in one sentence.".into(),
        Job::Translate(language) => {
            format!("Translate the user's text into {language}. Reply with the translation alone.").into()
        }
    }
}

/// Streams the text of an answer. The answer is complete only if the server reports its end.
fn pieces(response: Response) -> impl Stream<Item = Result<String, ModelError>> + Send {
    try_stream! {
        let mut events = response.bytes_stream().eventsource();
        let mut finished = false;
        while let Some(event) = events.next().await {
            let data = event?.data;
            if data == "[DONE]" {
                finished = true;
                break;
            }
            let chunk: Chunk = serde_json::from_str(&data).map_err(|error| ModelError::Unreadable(error.into()))?;
            if let Some(error) = chunk.error {
                Err(error)?;
            }
            // The chunk with the usage has no choices.
            for choice in chunk.choices {
                finished |= choice.finish_reason.is_some();
                // The first delta has only the role; its content may be null.
                if let Some(text) = choice.delta.content.filter(|text| !text.is_empty()) {
                    yield text;
                }
            }
        }
        if !finished {
            Err(ModelError::Cut(None))?;
        }
    }
}

/// Reads the beginning of a server's explanation.
async fn refused(mut response: Response) -> ModelError {
    let (status, retry_after) = (response.status(), retry_after(response.headers()));
    let mut reason = vec![];
    while let (true, Ok(Some(bytes))) = (reason.len() < REASON, response.chunk().await) {
        reason.extend_from_slice(&bytes);
    }
    reason.truncate(REASON);
    ModelError::Refused { status, reason: String::from_utf8_lossy(&reason).into_owned(), retry_after }
}

#[derive(Serialize)]
struct Question<'a> {
    model: &'a str,
    messages: [Message<'a>; 2],
    stream: bool,
}

#[derive(Serialize)]
struct Message<'a> {
    role: &'a str,
    content: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Chunk {
    #[serde(default)]
    choices: Vec<Choice>,
    error: Option<Failure>,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(default)]
    delta: Delta,
    finish_reason: Option<String>,
}

#[derive(Deserialize, Default)]
struct Delta {
    content: Option<String>,
}

/// A failure that the server reports after its answer began.
#[derive(Deserialize)]
struct Failure {
    #[serde(default)]
    message: String,
    /// A status code or a word.
    code: Option<serde_json::Value>,
}

impl From<Failure> for ModelError {
    fn from(failure: Failure) -> Self {
        let status = failure.code.and_then(|code| StatusCode::from_u16(code.as_u64()?.try_into().ok()?).ok());
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self::Refused { status, reason: failure.message, retry_after: None }
    }
}
