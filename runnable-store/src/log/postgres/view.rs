//! The status and the end of a run, as they are read.

use super::lease::ALIVE;
use crate::log::postgres::contact::Outage;
use std::borrow::Cow;

/// The expressions for the status and the end of a run.
pub(super) struct View {
    pub(super) status: Cow<'static, str>,
    pub(super) ended: Cow<'static, str>,
    /// The condition that a running run is interrupted, in a log that is only read.
    pub(super) dead: Option<String>,
}

impl View {
    /// Returns the status and the end as they are recorded.
    pub(super) fn recorded() -> Self {
        Self { status: "status".into(), ended: "ended".into(), dead: None }
    }

    /// Returns the status and the end as a process that may write would record them now: a running run is interrupted if the lease
    /// of its owner has expired.
    pub(super) fn now(outage: Outage) -> Self {
        let [since, length] = [outage.since, outage.length].map(|seconds| seconds.to_string());
        let alive = ALIVE.replace("$2", &since).replace("$3", &length);
        let dead = format!(
            "(owner IS NOT NULL AND NOT EXISTS (SELECT FROM ~owners AS owners WHERE owners.id = owner AND {alive}))"
        );
        let until =
            "(SELECT (extract(epoch FROM owners.until) * 1000)::BIGINT FROM ~owners AS owners WHERE owners.id = owner)";
        Self {
            status: format!("CASE WHEN status = 'running' AND {dead} THEN 'interrupted' ELSE status END").into(),
            ended: format!("CASE WHEN status = 'running' AND {dead} THEN greatest(started, {until}) ELSE ended END")
                .into(),
            dead: Some(dead),
        }
    }
}
