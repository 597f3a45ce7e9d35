//! Requests to Restate's servers.

use crate::error::{ClusterError, ClusterErrorKind};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use runnable_runner::HttpUrl;
use std::time::{Duration, Instant};

/// The time for which a request is repeated while no server can be reached.
const PATIENCE: Duration = Duration::from_mins(1);

/// The time in which a server must accept a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

/// The time in which a server must answer.
const ANSWER: Duration = Duration::from_secs(10);

/// The time for which an answer is waited for that comes at the end of a run. Then the request is repeated: its connection may
/// be silent.
const END: Duration = Duration::from_secs(10);

/// The servers of a kind. Each can take every request.
#[derive(Debug, Clone)]
pub(super) struct Servers {
    client: Client,
    urls: Vec<HttpUrl>,
    /// The name of the servers in messages.
    name: &'static str,
}

impl Servers {
    pub(super) fn new(name: &'static str, urls: Vec<HttpUrl>) -> Result<Self, ClusterError> {
        if let Some(url) = urls.iter().find(|url| url.as_str().starts_with("https:") && !cfg!(feature = "tls")) {
            let message = format!(
                "{url}: this program was compiled without TLS\nhelp: enable the feature `tls` of `runnable-cluster`"
            );
            return Err(ClusterError::new(ClusterErrorKind::Config, message));
        }
        let client = Client::builder().connect_timeout(CONNECT_TIMEOUT).build().map_err(|error| {
            ClusterError::new(ClusterErrorKind::Other, "failed to make an HTTP client").with_source(error)
        })?;
        Ok(Self { client, urls, name })
    }

    /// Sends a request until a server answers. Requests can be repeated safely.
    pub(super) async fn send(
        &self,
        method: &Method,
        path: &str,
        with: impl Fn(RequestBuilder) -> RequestBuilder,
    ) -> Result<Response, ClusterError> {
        self.repeat(method, path, ANSWER, with).await
    }

    /// Sends a request whose answer comes at the end of a run, until a server answers.
    pub(super) async fn send_until_end(
        &self,
        method: &Method,
        path: &str,
        with: impl Fn(RequestBuilder) -> RequestBuilder,
    ) -> Result<Response, ClusterError> {
        self.repeat(method, path, END, with).await
    }

    async fn repeat(
        &self,
        method: &Method,
        path: &str,
        timeout: Duration,
        with: impl Fn(RequestBuilder) -> RequestBuilder,
    ) -> Result<Response, ClusterError> {
        let (mut start, mut pause) = (Instant::now(), Duration::from_millis(50));
        loop {
            let mut last = None;
            for url in &self.urls {
                let request = with(self.client.request(method.clone(), format!("{}{path}", url.as_str())));
                match request.timeout(timeout).send().await {
                    Ok(response) if is_unready(&response) => last = response.error_for_status().err(),
                    Ok(response) => return self.allowed(response),
                    Err(error) => {
                        // The run has not ended, or the connection is silent.
                        if timeout == END && error.is_timeout() && !error.is_connect() {
                            start = Instant::now();
                        }
                        last = Some(error);
                    }
                }
            }
            if start.elapsed() >= PATIENCE {
                return Err(self.unreachable(last));
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(2));
        }
    }

    fn allowed(&self, response: Response) -> Result<Response, ClusterError> {
        if !matches!(response.status(), StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
            return Ok(response);
        }
        let message = format!(
            "Restate's {} at {} refuses the credentials\nhelp: write the user and the password into its URL, as its proxy expects them",
            self.name,
            self.list()
        );
        Err(ClusterError::new(ClusterErrorKind::Denied, message))
    }

    fn unreachable(&self, source: Option<reqwest::Error>) -> ClusterError {
        let message = format!(
            "Restate's {} at {} cannot be reached\nhelp: check the section `[engine]`, and that the server is running",
            self.name,
            self.list()
        );
        let error = ClusterError::new(ClusterErrorKind::Unreachable, message);
        match source {
            // The URL may have a password.
            Some(source) => error.with_source(source.without_url()),
            None => error,
        }
    }

    fn list(&self) -> String {
        self.urls.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    /// Returns the error for an answer that is not expected.
    pub(super) async fn unexpected(&self, what: &str, response: Response) -> ClusterError {
        let status = response.status();
        let text = response.text().await.unwrap_or_default();
        let text: String = text.chars().take(500).collect();
        ClusterError::new(
            ClusterErrorKind::Other,
            format!("Restate's {} failed to {what}: {status}: {text}", self.name),
        )
    }
}

/// Returns whether the server itself cannot answer yet. The errors of invocations have their id.
fn is_unready(response: &Response) -> bool {
    let status = response.status();
    let is_own = status.is_server_error() && !response.headers().contains_key("x-restate-id");
    is_own || status == StatusCode::TOO_MANY_REQUESTS
}

/// Returns the error for the body of an answer that cannot be read.
pub(super) fn unreadable(error: reqwest::Error) -> ClusterError {
    ClusterError::new(ClusterErrorKind::Unreachable, "the answer of Restate cannot be read")
        .with_source(error.without_url())
}
