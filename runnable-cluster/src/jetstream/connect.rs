//! Connections to NATS.

use super::settings;
use crate::error::{ClusterError, ClusterErrorKind};
use async_nats::{
    Client, ConnectErrorKind, ConnectOptions, Event, ServerAddr,
    jetstream::{
        self,
        stream::{RetentionPolicy, Stream},
    },
};
use percent_encoding::percent_decode_str;
use runnable_runner::{EventsConfig, EventsUrl};
use std::{fmt, future::Future, time::Duration};
use tokio::sync::watch;

/// The oldest version of NATS whose protocol has everything that is used.
const OLDEST: (i64, i64, i64) = (2, 10, 0);

/// The time for which a server may not answer.
const TIMEOUT: Duration = Duration::from_secs(5);

/// The pause between two signs of life. A connection without two answers is opened again.
const PING: Duration = Duration::from_secs(3);

/// The servers that carry the events of runs.
#[derive(Clone)]
pub(crate) struct JetStream {
    pub(super) client: Client,
    pub(super) context: jetstream::Context,
    pub(super) stream: Stream,
    /// The first part of subjects.
    pub(super) prefix: String,
    /// Changes when the connection is opened, also again: messages before it may be lost.
    pub(super) reconnected: watch::Receiver<u64>,
    /// The last refusal by the servers, such as of a right that the user does not have.
    pub(super) refused: watch::Receiver<String>,
}

impl JetStream {
    /// Connects to the servers at `url`, which the configuration has in `key`, and creates the stream if it does not exist.
    pub(crate) async fn connect(url: &EventsUrl, key: &str, config: &EventsConfig) -> Result<Self, ClusterError> {
        let addresses = url.servers().iter().map(|server| server.as_str().parse());
        let addresses: Vec<ServerAddr> = addresses.collect::<Result<_, _>>().map_err(|error| {
            let message = format!("`{key}` is not a list of NATS servers: {url}");
            ClusterError::new(ClusterErrorKind::Config, message).with_source(error)
        })?;
        let (connections, reconnected) = watch::channel(0);
        let (refusals, refused) = watch::channel(String::new());
        let options = with_credentials(ConnectOptions::new(), &addresses);
        let options =
            options.name("runnable").connection_timeout(TIMEOUT).ping_interval(PING).event_callback(move |event| {
                log(&event);
                match event {
                    Event::Connected => connections.send_modify(|count| *count += 1),
                    Event::ServerError(error) => drop(refusals.send(error.to_string())),
                    _ => {}
                }
                std::future::ready(())
            });
        let client = options.connect(addresses).await.map_err(|error| match error.kind() {
            ConnectErrorKind::AuthorizationViolation | ConnectErrorKind::Authentication => {
                let message = format!(
                    "the NATS servers {url} refuse the credentials\nhelp: write the user and the password into `{key}`: \
                     `nats://user:password@host`"
                );
                ClusterError::new(ClusterErrorKind::Denied, message).with_source(error)
            }
            _ => {
                let message = format!(
                    "the NATS servers {url} cannot be reached\nhelp: check `{key}`, and that the servers are running"
                );
                ClusterError::new(ClusterErrorKind::Unreachable, message).with_source(error)
            }
        })?;
        if !client.is_server_compatible(OLDEST.0, OLDEST.1, OLDEST.2) {
            let found = client.server_info().version;
            let message = format!("NATS {found} is too old\nhelp: install NATS 2.10 or later");
            return Err(ClusterError::new(ClusterErrorKind::TooOld, message));
        }
        let mut context = jetstream::new(client.clone());
        context.set_timeout(TIMEOUT);
        let open = settings::open(&context, config, &config.stream, RetentionPolicy::Limits, config.prune_after);
        let stream = unless_refused(&refused, "", open).await.unwrap_or_else(|refusal| Err(denied(&refusal)))?;
        Ok(Self { client, context, stream, prefix: config.stream.clone(), reconnected, refused })
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn context(&self) -> &jetstream::Context {
        &self.context
    }

    pub(crate) fn stream(&self) -> &Stream {
        &self.stream
    }

    /// Returns a subject of a run in the stream of events.
    pub(crate) fn subject(&self, token: &str, name: &str) -> String {
        match token.split_once('~') {
            None => format!("{}.{token}.{name}", self.prefix),
            // The unit of an item.
            Some((run, item)) => format!("{}.{run}.{name}.{item}", self.prefix),
        }
    }

    /// Returns the subject on which workers wait for the cancellation of a run, or of all runs for `*`.
    pub(crate) fn cancel_subject(&self, token: &str) -> String {
        format!("{}-cancel.{token}", self.prefix)
    }

    pub(crate) fn start_subject(&self, token: &str) -> String {
        self.subject(token, "start")
    }

    /// Returns the subject of the events of the unit with this key.
    pub(super) fn events_subject(&self, key: &str) -> String {
        self.subject(key, if key.contains('~') { "items" } else { "events" })
    }

    /// Returns the subjects of a run: the events of all of its units, among others.
    pub(super) fn run_subjects(&self, token: &str) -> String {
        self.subject(token, ">")
    }

    /// Returns the subject of texts that the units of a run keep.
    pub(super) fn kept_subject(&self, token: &str) -> String {
        // Not below the run: its readers would receive them.
        format!("{}.{token}~.kept", self.prefix)
    }
}

/// Waits for an answer. If the user has no right to a subject whose name contains `subject`, the servers send no answer, and this
/// returns their refusal.
pub(super) async fn unless_refused<T>(
    refused: &watch::Receiver<String>,
    subject: &str,
    answer: impl Future<Output = T>,
) -> Result<T, String> {
    let mut refused = refused.clone();
    refused.mark_unchanged();
    let is_of_subject = |text: &String| text.to_lowercase().contains("permissions violation") && text.contains(subject);
    let refusal = async {
        // The receiver sees only the last of several refusals.
        loop {
            let changed = refused.changed().await.map(|()| refused.borrow_and_update().clone());
            match changed {
                Ok(text) if is_of_subject(&text) => return text,
                Ok(_) => {}
                Err(_) => std::future::pending().await,
            }
        }
    };
    tokio::select! {
        answer = answer => Ok(answer),
        text = refusal => Err(text),
    }
}

/// Returns the error for a right that the user does not have.
pub(super) fn denied(refusal: &str) -> ClusterError {
    let message = format!(
        "the NATS user lacks a right: {refusal}\nhelp: permit the user to publish and to subscribe to subjects that begin with \
         `events.stream`, `$JS.API`, `$JS.ACK` and `_INBOX`"
    );
    ClusterError::new(ClusterErrorKind::Denied, message)
}

/// Adds the credentials of the first server that has some: a user with a password, or a token. The client itself ignores those in
/// addresses.
fn with_credentials(options: ConnectOptions, servers: &[ServerAddr]) -> ConnectOptions {
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let user_of = |server: &ServerAddr| server.username().map(|user| (decode(user), server.password().map(decode)));
    match servers.iter().find_map(user_of) {
        Some((user, Some(password))) => options.user_and_password(user, password),
        Some((token, None)) => options.token(token),
        None => options,
    }
}

/// Logs lost connections. The client opens them again by itself.
fn log(event: &Event) {
    match event {
        Event::Disconnected => tracing::warn!("the connection to NATS is lost and will be opened again"),
        Event::Connected => tracing::info!("connected to NATS"),
        // Such as a right that the user does not have.
        Event::ServerError(_) | Event::ClientError(_) => tracing::warn!(%event, "NATS refuses a request"),
        _ => tracing::debug!(%event, "NATS"),
    }
}

impl fmt::Debug for JetStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JetStream").field("stream", &self.prefix).finish_non_exhaustive()
    }
}
