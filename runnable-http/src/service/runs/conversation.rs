//! Conversations, whose answers are runs.

use super::{find::cancel, start::hash, state::ServiceState};
use crate::service::access::{Caller, Problem};
use axum::http::StatusCode;
use runnable_store::{RunFilter, RunStatus};

/// The number of answers of a conversation that are cancelled at a time.
const MANY: usize = 100;
/// The length up to which a key is a part of an id as it is, in bytes.
const KEY: usize = 64;

/// A conversation of a caller with a pipeline.
///
/// The ids of its runs begin with the hash of its own id, so the run log has all that a service knows of a conversation.
#[derive(Debug)]
pub(in crate::service) struct Conversation<'c> {
    caller: &'c Caller,
    pipeline: &'c str,
    prefix: String,
}

impl<'c> Conversation<'c> {
    pub(in crate::service) fn new(caller: &'c Caller, pipeline: &'c str, id: &str) -> Self {
        let prefix = format!("chat-{}-", hash(caller, &["chat", pipeline, id]));
        Self { caller, pipeline, prefix }
    }

    /// Returns the id of the run that a key stands for, or without a key a new id.
    pub(in crate::service) fn run(&self, key: Option<&str>) -> String {
        let is_plain = |key: &&str| {
            (1..=KEY).contains(&key.len())
                && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        };
        match key {
            None => format!("{}{}", self.prefix, ulid::Ulid::new()),
            // The front end finds the id that it chose in the stream.
            Some(key) if is_plain(&key) => format!("{}{key}", self.prefix),
            Some(key) => format!("{}{}", self.prefix, hash(self.caller, &[key])),
        }
    }

    /// Returns the key of a run of this conversation.
    pub(in crate::service) fn key_of<'r>(&self, run: &'r str) -> &'r str {
        run.strip_prefix(&*self.prefix).unwrap_or(run)
    }

    /// Returns the id of the newest run that has not ended.
    pub(in crate::service) async fn active(&self, state: &ServiceState) -> Result<Option<String>, Problem> {
        let filter = self.running(1);
        // Nothing else would continue an interrupted run, and its reader would wait forever.
        let filter = if state.resumes_interrupted { filter.status(RunStatus::Interrupted) } else { filter };
        Ok(state.backend.list(&filter).await?.into_iter().next().map(|run| run.id))
    }

    /// Cancels the runs that have not ended. Returns the newest of them.
    pub(in crate::service) async fn stop(&self, state: &ServiceState) -> Result<Option<String>, Problem> {
        let mut newest = None;
        for run in state.backend.list(&self.running(MANY)).await? {
            match cancel(state, self.caller, &run.id).await {
                Ok(()) => newest = newest.or(Some(run.id)),
                // It has ended meanwhile.
                Err(problem) if problem.status() == StatusCode::CONFLICT => {}
                Err(problem) => return Err(problem),
            }
        }
        Ok(newest)
    }

    fn running(&self, limit: usize) -> RunFilter {
        RunFilter::new().pipeline(self.pipeline).id_prefix(&*self.prefix).status(RunStatus::Running).limit(limit)
    }
}
