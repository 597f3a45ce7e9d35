//! Connections to NATS.

use super::settings;
use crate::error::{ClusterError, ClusterErrorKind};
use async_nats::{
    Client, ConnectErrorKind, ConnectOptions, ServerAddr,
    jetstream::{self, stream::Stream},
};
use percent_encoding::percent_decode_str;
use runnable_runner::EventsConfig;
use std::{fmt, time::Duration};

/// The oldest version of NATS whose protocol has everything that is used.
const OLDEST: (i64, i64, i64) = (2, 10, 0);

/// The time for which a server may not answer.
const TIMEOUT: Duration = Duration::from_secs(5);

/// The servers that carry the events of runs.
#[derive(Clone)]
pub(crate) struct JetStream {
    pub(super) client: Client,
    pub(super) context: jetstream::Context,
    pub(super) stream: Stream,
    /// The first part of subjects.
    pub(super) prefix: String,
}

impl JetStream {
    /// Connects to the configured servers, and creates the stream if it does not exist.
    pub(crate) async fn connect(config: &EventsConfig) -> Result<Self, ClusterError> {
        let Some(url) = &config.url else {
            let message = "no servers for the events are configured\nhelp: set `url` in the section `[events]`, such as \
                           `nats://127.0.0.1:4222`";
            return Err(ClusterError::new(ClusterErrorKind::Config, message));
        };
        let addresses = url.servers().iter().map(|server| server.as_str().parse());
        let addresses: Vec<ServerAddr> = addresses.collect::<Result<_, _>>().map_err(|error| {
            let message = format!("`events.url` is not a list of NATS servers: {url}");
            ClusterError::new(ClusterErrorKind::Config, message).with_source(error)
        })?;
        let options = with_credentials(ConnectOptions::new(), &addresses);
        let options = options.name("runnable").connection_timeout(TIMEOUT);
        let client = options.connect(addresses).await.map_err(|error| match error.kind() {
            ConnectErrorKind::AuthorizationViolation | ConnectErrorKind::Authentication => {
                let message = format!(
                    "the NATS servers {url} refuse the credentials\nhelp: write the user and the password into `events.url`: \
                     `nats://user:password@host`"
                );
                ClusterError::new(ClusterErrorKind::Denied, message).with_source(error)
            }
            _ => {
                let message = format!(
                    "the NATS servers {url} cannot be reached\nhelp: check `events.url`, and that the servers are running"
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
        let stream = settings::open(&context, config).await?;
        Ok(Self { client, context, stream, prefix: config.stream.clone() })
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Returns the subject on which workers wait for the cancellation of a run, or of all runs for `*`.
    pub(crate) fn cancel_subject(&self, token: &str) -> String {
        format!("{}-cancel.{token}", self.prefix)
    }

    pub(super) fn start_subject(&self, token: &str) -> String {
        format!("{}.{token}.start", self.prefix)
    }

    pub(super) fn events_subject(&self, token: &str) -> String {
        format!("{}.{token}.events", self.prefix)
    }
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

impl fmt::Debug for JetStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JetStream").field("stream", &self.prefix).finish_non_exhaustive()
    }
}
