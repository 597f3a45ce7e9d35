//! Requests to a service, and the reasons for which they fail.

#[cfg(feature = "tls")]
use super::tls;
use crate::failure::{Code, Failure, Result};
use reqwest::{
    Client as Http, Method, RequestBuilder, Response, StatusCode, Url,
    header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue, LOCATION},
    redirect::Policy,
};
use runnable_runner::HttpUrl;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use std::{error::Error, io, iter::successors, time::Duration};

/// The time in which a service must accept a connection.
const CONNECT: Duration = Duration::from_secs(5);
/// The time in which a service must begin to answer. People wait for it.
const ANSWER: Duration = Duration::from_secs(10);
/// The longest silence in the middle of an answer. A service sends something every 15 seconds, if it is not configured otherwise.
const SILENCE: Duration = Duration::from_mins(1);
/// The prefix of the types of a service's errors.
const PROBLEM: &str = "urn:runnable:problem:";

type Answer<T> = std::result::Result<T, Fault>;

/// A client of a service.
#[derive(Debug, Clone)]
pub(super) struct Client {
    http: Http,
    base: Url,
    /// The address without a password.
    address: String,
    token: Option<HeaderValue>,
    answer: Duration,
}

/// The reason for which a request failed.
#[derive(Debug)]
pub(super) struct Fault {
    failure: Failure,
    /// The last part of the type of the service's error.
    code: Option<String>,
    /// True if the same request may succeed a little later.
    pub(super) is_temporary: bool,
}

impl Fault {
    fn new(message: String) -> Self {
        Self { failure: Failure::store(message), code: None, is_temporary: false }
    }

    /// Returns true if this is the error of the service with this name.
    pub(super) fn code(&self, name: &str) -> bool {
        self.code.as_deref() == Some(name)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        fault.failure
    }
}

/// An error of a service.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Problem {
    r#type: String,
    detail: String,
    errors: Vec<Field>,
}

/// An invalid field of a request.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Field {
    pointer: String,
    detail: String,
}

impl Client {
    pub(super) fn new(url: &HttpUrl, token: Option<&str>) -> Result<Self> {
        let invalid = |why: String| Failure::usage(format!("--url: {why}"));
        #[cfg(not(feature = "tls"))]
        if url.as_str().starts_with("https:") {
            let help = "install it with `--features tls`, or write an address with `http://`";
            return Err(invalid(format!("this program was compiled without TLS\nhelp: {help}")));
        }
        // `serve` prints the address of its runs.
        let base = url.as_str().strip_suffix("/runs").unwrap_or(url.as_str());
        let base = Url::parse(base).map_err(|error| invalid(format!("`{url}`: {error}")))?;
        let token = token.map(header).transpose()?;
        let http = Http::builder().connect_timeout(CONNECT).read_timeout(SILENCE).redirect(Policy::none());
        #[cfg(feature = "tls")]
        let http = http.tls_backend_preconfigured(tls::config(base.scheme() == "https")?);
        let http = http.build();
        let http = http.map_err(|error| Failure::store(format!("no HTTP client can be made: {}", causes(&error))))?;
        Ok(Self { http, base, address: url.to_string(), token, answer: ANSWER })
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Reads a resource.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &[&str], query: &[(&str, String)]) -> Answer<T> {
        self.read(self.send(Method::GET, path, query, |request| request).await?).await
    }

    /// Sends a request that changes something, and does not wait for a run.
    pub(super) async fn post(&self, path: &[&str], body: Option<&Value>) -> Answer<Response> {
        let with = |request: RequestBuilder| {
            let request = request.header("prefer", "respond-async");
            match body {
                Some(body) => request.header(CONTENT_TYPE, "application/json").body(body.to_string()),
                None => request,
            }
        };
        self.send(Method::POST, path, &[], with).await
    }

    /// Sends a request, and waits for the head of the answer.
    pub(super) async fn send(
        &self,
        method: Method,
        path: &[&str],
        query: &[(&str, String)],
        with: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> Answer<Response> {
        let mut url = self.base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        let mut request = with(self.http.request(method, url));
        if let Some(token) = &self.token {
            request = request.header(AUTHORIZATION, token);
        }
        let Ok(sent) = tokio::time::timeout(self.answer, request.send()).await else { return Err(self.silent()) };
        let response = sent.map_err(|error| self.transport(error))?;
        if response.status().is_success() { Ok(response) } else { Err(self.refused(response).await) }
    }

    /// Reads the body of an answer as JSON.
    pub(super) async fn read<T: DeserializeOwned>(&self, response: Response) -> Answer<T> {
        let is_json = is_type(&response, "application/json");
        let text = self.text(response).await?;
        // A page of another server may have any status.
        if !is_json {
            return Err(self.foreign("its answer is not JSON"));
        }
        serde_json::from_str(&text).map_err(|error| self.foreign(&format!("its answer has another form: {error}")))
    }

    /// Reads the body of an answer.
    pub(super) async fn text(&self, response: Response) -> Answer<String> {
        let bytes = response.bytes().await.map_err(|error| self.transport(error))?;
        String::from_utf8(bytes.into()).map_err(|_| self.foreign("its answer is not text"))
    }

    /// Returns the fault of a request that was not answered, or not to its end.
    pub(super) fn transport(&self, error: reqwest::Error) -> Fault {
        let address = &self.address;
        let error = error.without_url();
        if error.is_timeout() && !error.is_connect() {
            return self.silent();
        }
        let io =
            successors(error.source(), |&cause| cause.source()).find_map(|cause| cause.downcast_ref::<io::Error>());
        let cause = causes(&error);
        #[cfg(feature = "tls")]
        if let Some(help) = tls::help(&error) {
            let message = format!("the connection to the service at `{address}` is not secure: {cause}\nhelp: {help}");
            return Fault::new(message);
        }
        let message = if error.is_connect() || io.is_some() {
            let help = "start the service, or check the address and the port";
            format!("the service at `{address}` cannot be reached: {cause}\nhelp: {help}")
        } else {
            format!("`{address}` does not answer as an HTTP server: {cause}\nhelp: check the address and the port")
        };
        Fault { is_temporary: true, ..Fault::new(message) }
    }

    fn silent(&self) -> Fault {
        let message = format!("the service at `{}` did not answer in time", self.address);
        Fault { is_temporary: true, ..Fault::new(message) }
    }

    /// Returns the fault of an address at which another server answers.
    fn foreign(&self, why: &str) -> Fault {
        let help = "`--url` is the address of a service of runnable, such as `http://127.0.0.1:8000`";
        Fault::new(format!("`{}` is not a service of runnable: {why}\nhelp: {help}", self.address))
    }

    async fn refused(&self, response: Response) -> Fault {
        let status = response.status();
        if status.is_redirection() {
            let to = response.headers().get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or("another address");
            return self.foreign(&format!("it redirects to `{to}`"));
        }
        let is_problem = is_type(&response, "application/problem+json");
        let problem = self.text(response).await.ok().filter(|_| is_problem);
        let problem = problem.and_then(|text| serde_json::from_str::<Problem>(&text).ok());
        let Some(problem) = problem.filter(|problem| problem.r#type.starts_with(PROBLEM)) else {
            let mut fault = self.foreign(&format!("it answers `{status}`"));
            // A proxy answers for a service that is starting again.
            fault.is_temporary = matches!(status.as_u16(), 502..=504);
            return fault;
        };
        let code = problem.r#type[PROBLEM.len()..].to_owned();
        if code == "unknown-path" {
            return self.foreign("it has no such resource");
        }
        let failure = self.failure(status, &problem);
        Fault { failure, code: Some(code), is_temporary: status == StatusCode::SERVICE_UNAVAILABLE }
    }

    /// Returns the failure of a request that the service refused.
    fn failure(&self, status: StatusCode, problem: &Problem) -> Failure {
        let address = &self.address;
        let code = match status {
            StatusCode::UNAUTHORIZED => {
                let (what, help) = match self.token {
                    Some(_) => ("does not know the token", "check the token in `--token` or `RUNNABLE_TOKEN`"),
                    None => ("requires a token", "set the variable `RUNNABLE_TOKEN`, or write `--token TOKEN`"),
                };
                return Failure::store(format!("the service at `{address}` {what}\nhelp: {help}"));
            }
            StatusCode::NOT_FOUND => Code::NoRun,
            StatusCode::CONFLICT => Code::State,
            StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => Code::Usage,
            _ => Code::Store,
        };
        let fields = problem.errors.iter().map(|field| format!("\n  {}: {}", field.pointer, field.detail));
        Failure::new(
            code,
            format!("the service at `{address}` refuses: {}{}", problem.detail, fields.collect::<String>()),
        )
    }
}

/// Returns the header of a token, which no message shows.
fn header(token: &str) -> Result<HeaderValue> {
    let header = HeaderValue::from_str(&format!("Bearer {token}"));
    let mut header = header.map_err(|_| Failure::usage("the token has characters that no token has"))?;
    header.set_sensitive(true);
    Ok(header)
}

/// Returns the causes of an error in one line, without those that only say that a request failed.
fn causes(error: &reqwest::Error) -> String {
    let mut texts: Vec<String> = Vec::new();
    for cause in successors(error.source(), |&cause| cause.source()).map(ToString::to_string) {
        // Some causes repeat those below them.
        texts.retain(|text| !text.contains(&cause) || text == &cause);
        if !texts.iter().any(|text| text.contains(&cause)) {
            texts.push(cause);
        }
    }
    texts.retain(|text| {
        !matches!(&**text, "client error (Connect)" | "client error (SendRequest)" | "tcp connect error")
    });
    if texts.is_empty() { error.to_string() } else { texts.join(": ") }
}

fn is_type(response: &Response, media_type: &str) -> bool {
    let given = response.headers().get(CONTENT_TYPE).and_then(|given| given.to_str().ok()).unwrap_or_default();
    given.split(';').next().is_some_and(|given| given.trim().eq_ignore_ascii_case(media_type))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(client: &Client) -> Fault {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(client.get::<Value>(&["runs"], &[])).unwrap_err()
    }

    #[test]
    fn a_service_that_does_not_answer_is_not_waited_for_for_ever() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
        let client = Client { answer: Duration::from_millis(50), ..Client::new(&url, None).unwrap() };
        let fault = fault(&client);
        assert!(fault.is_temporary, "{fault:?}");
        assert_eq!(fault.failure.code, Code::Store);
        assert_eq!(fault.failure.message, format!("the service at `{url}` did not answer in time"));
    }

    #[cfg(not(feature = "tls"))]
    #[test]
    fn without_tls_an_address_with_https_is_refused() {
        let failure = Client::new(&"https://localhost".parse().unwrap(), None).unwrap_err();
        assert!(failure.code == Code::Usage && failure.message.contains("--features tls"), "{failure:?}");
    }

    #[test]
    fn a_token_is_shown_nowhere() {
        let client = Client::new(&"http://me:pass@localhost".parse().unwrap(), Some("s3cret")).unwrap();
        let shown = format!("{client:?} {}", client.address());
        assert!(!shown.contains("s3cret"), "{shown}");
        assert_eq!(client.address(), "http://me:***@localhost");
    }
}
