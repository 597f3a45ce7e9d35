//! The settings of the stream.

use crate::error::{ClusterError, ClusterErrorKind};
use async_nats::jetstream::{
    Context, ErrorCode,
    context::{CreateStreamError, CreateStreamErrorKind},
    stream::{Config, DiscardPolicy, RetentionPolicy, StorageType, Stream},
};
use runnable_runner::EventsConfig;
use std::time::Duration;

/// Errors of servers that have no leader at the moment.
const NOT_AVAILABLE: ErrorCode = ErrorCode::CLUSTER_NOT_AVAILABLE;
const NOT_LEADER: ErrorCode = ErrorCode::CLUSTER_NOT_LEADER;

/// Opens a stream of a cluster, or creates it.
pub(crate) async fn open(
    context: &Context,
    config: &EventsConfig,
    name: &str,
    retention: RetentionPolicy,
    max_age: Duration,
) -> Result<Stream, ClusterError> {
    let wanted = Config {
        name: name.to_owned(),
        subjects: vec![format!("{name}.>")],
        retention,
        storage: StorageType::File,
        num_replicas: config.replicas.get(),
        max_age,
        allow_direct: true,
        ..Config::default()
    };
    let stream = match context.get_stream(name).await {
        Ok(stream) => stream,
        // Another worker may create it at the same time, with the same settings.
        Err(_) => context.get_or_create_stream(wanted.clone()).await.map_err(|error| refused(name, config, error))?,
    };
    let differences = differences(&stream.cached_info().config, &wanted);
    if differences.is_empty() {
        return Ok(stream);
    }
    let message = format!(
        "the stream `{name}` has other settings: {}\nhelp: change the section `[events]`, or the stream: `nats stream edit {name}`",
        differences.join(", "),
    );
    Err(ClusterError::new(ClusterErrorKind::Config, message))
}

/// Returns the error for a stream that the servers do not create.
fn refused(name: &str, config: &EventsConfig, error: CreateStreamError) -> ClusterError {
    let (kind, message) = match error.kind() {
        CreateStreamErrorKind::JetStreamUnavailable => (
            ClusterErrorKind::Config,
            "JetStream is not enabled on the NATS servers\nhelp: start them with `--jetstream`".to_owned(),
        ),
        CreateStreamErrorKind::JetStream(reason) if [NOT_AVAILABLE, NOT_LEADER].contains(&reason.error_code()) => {
            (ClusterErrorKind::Unreachable, not_ready(name))
        }
        CreateStreamErrorKind::TimedOut => (ClusterErrorKind::Unreachable, not_ready(name)),
        _ => (
            ClusterErrorKind::Config,
            format!(
                "the stream `{name}` cannot be created: {error}\nhelp: `events.replicas` ({}) must not exceed the number of servers \
                 with JetStream; the user needs the right to create streams, or an administrator creates it",
                config.replicas
            ),
        ),
    };
    ClusterError::new(kind, message).with_source(error)
}

fn not_ready(name: &str) -> String {
    format!("the NATS servers are not ready to create the stream `{name}`\nhelp: check that most of them are running")
}

fn differences(found: &Config, wanted: &Config) -> Vec<String> {
    let mut all = Vec::new();
    let mut compare = |name: &str, found: String, wanted: String| {
        if found != wanted {
            all.push(format!("{name} is {found} instead of {wanted}"));
        }
    };
    compare("`subjects`", found.subjects.join(" "), wanted.subjects.join(" "));
    compare("`replicas`", found.num_replicas.to_string(), wanted.num_replicas.to_string());
    compare("`max_age`", format!("{:?}", found.max_age), format!("{:?}", wanted.max_age));
    compare("`storage`", format!("{:?}", found.storage), format!("{:?}", wanted.storage));
    compare("`retention`", format!("{:?}", found.retention), format!("{:?}", wanted.retention));
    compare("`allow_direct`", found.allow_direct.to_string(), "true".to_owned());
    // Other limits would delete events of active runs.
    let unlimited = found.max_messages <= 0 && found.max_bytes <= 0 && found.max_messages_per_subject <= 0;
    if !unlimited && found.discard == DiscardPolicy::Old {
        all.push("it deletes the oldest messages at a limit other than `max_age`".to_owned());
    }
    if found.no_ack {
        all.push("it acknowledges no messages".to_owned());
    }
    // The messages of runs that have ended are deleted.
    let deletes = wanted.retention == RetentionPolicy::WorkQueue || wanted.max_age.is_zero();
    if deletes && (found.deny_delete || found.deny_purge) {
        all.push("it refuses that messages are deleted".to_owned());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_of_a_stream_is_named() {
        let wanted =
            Config { subjects: vec!["a.>".to_owned()], num_replicas: 3, allow_direct: true, ..Config::default() };
        assert_eq!(differences(&wanted, &wanted), Vec::<String>::new());
        let found = Config { num_replicas: 1, max_messages: 10, ..wanted.clone() };
        let all = differences(&found, &wanted);
        assert_eq!(all[0], "`replicas` is 1 instead of 3");
        assert_eq!(all.len(), 2, "{all:?}");
    }
}
