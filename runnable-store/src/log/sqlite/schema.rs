//! The columns of a file, which a version before this may have written.

use std::borrow::Cow;

/// The number of a run's last event.
const LAST_SEQ: &str = "coalesce((SELECT seq FROM log WHERE log.id BETWEEN runs.no << 32 AND ((runs.no + 1) << 32) - 1 ORDER BY log.id DESC LIMIT 1), 0)";

/// The start of the error of a run that failed. Other runs may have a large output before it, which SQLite would read.
const ERROR: &str =
    "CASE WHEN status = 'failed' THEN (SELECT substr(error, 1, 4096) FROM runs AS r WHERE r.no = listed_no) END";

/// The number of migrations that a file has. A file that is only read may lack the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Schema(i64);

impl Schema {
    /// The migration that added the epochs.
    const EPOCH: i64 = 2;
    /// The migration that added what lists need.
    const LISTS: i64 = 3;
    /// The migration that added the graphs.
    const GRAPHS: i64 = 4;
    /// The version of this crate.
    pub(super) const CURRENT: Self = Self(Self::GRAPHS);

    /// Returns the schema of a file with this number of migrations, or `None` if a later version of this crate wrote the file.
    pub(super) fn of_version(version: i64) -> Option<Self> {
        (1..=Self::CURRENT.0).contains(&version).then_some(Self(version))
    }

    /// Returns the column with the epoch.
    fn epoch(self) -> &'static str {
        if self.0 < Self::EPOCH { "1" } else { "epoch" }
    }

    /// Returns the columns of a run, as `entries::run` reads them.
    pub(super) fn run(self, View { status, ended, .. }: &View) -> String {
        let epoch = self.epoch();
        format!(
            "runs.id, pipeline, definition, {status}, input, output, error, tag, parent, code, started, {ended}, {LAST_SEQ}, {epoch}"
        )
    }

    /// Returns the query for the progress of a run, as `entries::progress` reads it.
    pub(super) fn progress(self, View { status, .. }: &View) -> String {
        format!("SELECT {status}, {LAST_SEQ}, {} FROM runs WHERE id = ?", self.epoch())
    }

    /// Returns the query for the graph of a definition, or `None` if the file has no graphs.
    pub(super) fn graph(self) -> Option<&'static str> {
        (self.0 >= Self::GRAPHS).then_some("SELECT graph FROM definitions WHERE hash = ?")
    }

    /// Returns the columns of a run in a list, as `entries::summary` reads them.
    pub(super) fn summary(self, View { status, ended, .. }: &View) -> String {
        let steps = if self.0 < Self::LISTS {
            "NULL, NULL, NULL, NULL"
        } else {
            "steps, steps_done, failed_step, failed_attempt"
        };
        format!("runs.id, pipeline, definition, {status}, tag, parent, started, {ended}, {LAST_SEQ}, {steps}, {ERROR}")
    }

    /// Returns the join that adds the rows of runs to a list. The index has all columns of the list.
    pub(super) fn listed(self) -> &'static str {
        if self.0 < Self::LISTS {
            "CROSS JOIN runs ON runs.no = listed_no"
        } else {
            "CROSS JOIN runs INDEXED BY runs_of_start ON runs.started = listed_at AND runs.no = listed_no"
        }
    }
}

/// The expressions for the status and the end of a run.
pub(super) struct View {
    status: Cow<'static, str>,
    ended: Cow<'static, str>,
    /// The condition that a running run is interrupted, in a file that is only read.
    pub(super) dead: Option<String>,
}

impl View {
    /// Returns the status and the end as they are recorded.
    pub(super) fn recorded() -> Self {
        Self { status: "status".into(), ended: "ended".into(), dead: None }
    }

    /// Returns the status and the end as a process that may write would record them now, in milliseconds since the Unix epoch: a
    /// running run is interrupted if the lease of its owner has expired, or if its owner is known to have ended.
    pub(super) fn at(now: i64, ended: &[String]) -> Self {
        // As in `is_alive`, which asks for each owner.
        let ended: Vec<_> = ended.iter().map(|owner| format!("'{}'", owner.replace('\'', "''"))).collect();
        let ended = ended.join(", ");
        let dead = format!(
            "(owner IS NOT NULL AND (owner IN ({ended}) OR NOT EXISTS (SELECT 1 FROM owners WHERE owners.id = owner AND until > {now})))"
        );
        let until = format!("coalesce((SELECT min(until, {now}) FROM owners WHERE owners.id = owner), started)");
        Self {
            status: format!("CASE WHEN status = 'running' AND {dead} THEN 'interrupted' ELSE status END").into(),
            ended: format!("CASE WHEN status = 'running' AND {dead} THEN max(started, {until}) ELSE ended END").into(),
            dead: Some(dead),
        }
    }
}
