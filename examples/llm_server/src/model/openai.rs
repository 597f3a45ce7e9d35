//! A model behind a server that speaks `OpenAI`'s protocol.

use super::{
    Job, ModelError,
    busy::{Busy, retry_after},
};
use eventsource_stream::Eventsource as _;
use futures_util::{Stream, StreamExt as _};
use reqwest::{
    Client, Response, StatusCode, Url,
    header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue},
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
    /// The scheme, the host and the port of the server, for messages.
    address: Arc<str>,
    model: Arc<str>,
    busy: Arc<Busy>,
}

impl OpenAi {
    /// Connects to the model `model` of the server at `base_url`, which usually ends in `/v1`.
    ///
    /// # Errors
    /// Fails if the URL is invalid, if it needs TLS and the feature `tls` is disabled, or if the
    /// key is not a valid header. The error names the variable of [`Model::from_env`].
    ///
    /// [`Model::from_env`]: crate::Model::from_env
    pub fn new(base_url: &str, model: &str, key: Option<&str>) -> Result<Self, Box<dyn Error>> {
        let completions = completions(base_url)?;
        let mut headers = HeaderMap::new();
        if let Some(key) = key {
            // The error does not show the key.
            let invalid = "`OPENAI_API_KEY` has a character that a header cannot have\nhelp: set it to the key alone";
            let mut value = HeaderValue::from_str(&format!("Bearer {key}")).map_err(|_| invalid)?;
            value.set_sensitive(true);
            headers.insert(AUTHORIZATION, value);
        }
        let client = Client::builder().default_headers(headers).connect_timeout(Duration::from_secs(10)).build()?;
        let address = completions.origin().ascii_serialization().into();
        Ok(Self { client, completions, address, model: model.into(), busy: Arc::default() })
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
        let unreachable = |error: reqwest::Error| ModelError::Unreachable {
            address: self.address.to_string(),
            source: error.without_url(),
        };
        let response = request.send().await.map_err(unreachable)?;
        if response.status().is_success() {
            return match not_events(response.headers()) {
                None => Ok(pieces(response)),
                Some(content_type) => Err(ModelError::NoEvents { address: self.address.to_string(), content_type }),
            };
        }
        let error = refused(response).await;
        if let Some(wait) = error.wait() {
            self.busy.for_at_least(wait);
        }
        Err(error)
    }
}

/// Returns the address of the completions of a server.
fn completions(base_url: &str) -> Result<Url, String> {
    const HELP: &str = "help: set it to an address such as `http://127.0.0.1:8080/v1`";
    let mut url = Url::parse(base_url).map_err(|error| format!("`OPENAI_BASE_URL` is not a URL: {error}\n{HELP}"))?;
    match url.scheme() {
        "http" => {}
        "https" if cfg!(feature = "tls") => {}
        "https" => return Err("`OPENAI_BASE_URL` needs TLS, which is disabled\nhelp: add `--features tls`".to_owned()),
        other => return Err(format!("`OPENAI_BASE_URL` must begin with `http://`, not with `{other}:`\n{HELP}")),
    }
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(["chat", "completions"]);
    }
    Ok(url)
}

/// Returns the content type of a response that is not a stream of events.
fn not_events(headers: &HeaderMap) -> Option<String> {
    // A server that does not say is taken at its word.
    let content_type = headers.get(CONTENT_TYPE)?.to_str().unwrap_or("an unreadable type");
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    (kind != "text/event-stream").then_some(kind)
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
