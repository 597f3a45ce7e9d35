//! The columns of a file, which a version before this may have written.

/// The number of a run's last event.
macro_rules! last_seq {
    () => {
        "coalesce((SELECT seq FROM log WHERE log.id BETWEEN runs.no << 32 AND ((runs.no + 1) << 32) - 1 ORDER BY log.id DESC LIMIT 1), 0)"
    };
}

/// The columns of a run, as `entries::run` reads them, without the epoch.
macro_rules! run {
    () => {
        concat!(
            "runs.id, pipeline, definition, status, input, output, error, tag, parent, code, started, ended, ",
            last_seq!()
        )
    };
}

/// The columns of a run in a list, as `entries::summary` reads them, up to the number of the last event.
const SUMMARY: &str = concat!("runs.id, pipeline, definition, status, tag, parent, started, ended, ", last_seq!());

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
    /// The version of this crate.
    pub(super) const CURRENT: Self = Self(Self::LISTS);

    /// Returns the schema of a file with this number of migrations, or `None` if a later version of this crate wrote the file.
    pub(super) fn of_version(version: i64) -> Option<Self> {
        (1..=Self::CURRENT.0).contains(&version).then_some(Self(version))
    }

    /// Returns the columns of a run, as `entries::run` reads them.
    pub(super) fn run(self) -> &'static str {
        if self.0 < Self::EPOCH { concat!(run!(), ", 1") } else { concat!(run!(), ", epoch") }
    }

    /// Returns the query for the progress of a run, as `entries::progress` reads it.
    pub(super) fn progress(self) -> &'static str {
        if self.0 < Self::EPOCH {
            concat!("SELECT status, ", last_seq!(), ", 1 FROM runs WHERE id = ?")
        } else {
            concat!("SELECT status, ", last_seq!(), ", epoch FROM runs WHERE id = ?")
        }
    }

    /// Returns the columns of a run in a list, as `entries::summary` reads them.
    pub(super) fn summary(self) -> String {
        let steps = if self.0 < Self::LISTS {
            "NULL, NULL, NULL, NULL"
        } else {
            "steps, steps_done, failed_step, failed_attempt"
        };
        format!("{SUMMARY}, {steps}, {ERROR}")
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
