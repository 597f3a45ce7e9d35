//! Reads the columns that both databases have.

use super::{entry::damaged, failure::Failure};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::{Json, RunCounts, RunFailure, RunProgress, RunRecord, RunStatus, RunSummary, StepCounts},
    time,
};
use futures_core::Stream;
use serde_json::value::RawValue;
use sqlx::{ColumnIndex, Decode, Row, Type};
use std::{future::poll_fn, pin::Pin, sync::Arc};

/// Converts a number that is never negative.
pub(super) fn number<T: TryFrom<i64>>(stored: i64) -> Result<T, StoreError>
where
    T::Error: std::error::Error + Send + Sync + 'static,
{
    T::try_from(stored).map_err(damaged)
}

fn json(text: String) -> Result<Json, StoreError> {
    RawValue::from_string(text).map(Arc::from).map_err(damaged)
}

/// Converts a column that holds JSON, or NULL.
pub(crate) fn optional_json(text: Option<String>) -> Result<Option<Json>, StoreError> {
    text.map(json).transpose()
}

fn status_of(run: &str, name: &str) -> Result<RunStatus, StoreError> {
    RunStatus::from_name(name).ok_or_else(|| {
        StoreError::new(StoreErrorKind::Corrupt, format!("the run `{run}` has the unknown status `{name}`"))
    })
}

/// Returns the progress of a run from its status, its last event and its epoch.
pub(crate) fn progress<'r, R>(run: &str, row: &'r R) -> Result<RunProgress, Failure>
where
    R: Row,
    usize: ColumnIndex<R>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
{
    let status: String = row.try_get(0)?;
    let (last_seq, epoch) = (number(row.try_get(1)?)?, number(row.try_get(2)?)?);
    Ok(RunProgress { status: status_of(run, &status)?, last_seq, epoch })
}

/// Reads a run from the columns `id`, `pipeline`, `definition`, `status`, `input`, `output`, `error`, `tag`, `parent`, `code`,
/// `started`, `ended`, the number of the last event and `epoch`, in this order.
pub(crate) fn run<'r, R>(row: &'r R) -> Result<RunRecord, Failure>
where
    R: Row,
    usize: ColumnIndex<R>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
{
    let (id, status): (String, String) = (row.try_get(0)?, row.try_get(3)?);
    let status = status_of(&id, &status)?;
    let code: Option<String> = row.try_get(9)?;
    let ended: Option<i64> = row.try_get(11)?;
    Ok(RunRecord {
        id,
        pipeline: row.try_get(1)?,
        definition_hash: row.try_get(2)?,
        status,
        input: json(row.try_get(4)?)?,
        output: optional_json(row.try_get(5)?)?,
        error: optional_json(row.try_get(6)?)?,
        tag: row.try_get(7)?,
        parent: row.try_get(8)?,
        code: code.map(|code| serde_json::from_str(&code)).transpose().map_err(damaged)?,
        started: time::from_millis(row.try_get(10)?),
        ended: ended.map(time::from_millis),
        last_seq: number(row.try_get(12)?)?,
        epoch: number(row.try_get(13)?)?,
    })
}

/// Reads a run in a list from the columns `id`, `pipeline`, `definition`, `status`, `tag`, `parent`, `started`, `ended`, the number
/// of the last event, `steps`, `steps_done`, `failed_step`, `failed_attempt` and the start of `error`, in this order.
pub(crate) fn summary<'r, R>(row: &'r R) -> Result<RunSummary, Failure>
where
    R: Row,
    usize: ColumnIndex<R>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
{
    let (id, status): (String, String) = (row.try_get(0)?, row.try_get(3)?);
    let status = status_of(&id, &status)?;
    let (steps, done): (Option<i64>, Option<i64>) = (row.try_get(9)?, row.try_get(10)?);
    let steps = steps.zip(done).map(|(steps, done)| Ok(StepCounts::new(number(steps)?, number(done)?)));
    let attempt: Option<i64> = row.try_get(12)?;
    let (step, attempt) = (row.try_get(11)?, attempt.map(number).transpose()?);
    let error: Option<String> = row.try_get(13)?;
    let failure = error.filter(|_| status == RunStatus::Failed);
    let ended: Option<i64> = row.try_get(7)?;
    Ok(RunSummary {
        id,
        pipeline: row.try_get(1)?,
        definition_hash: row.try_get(2)?,
        status,
        started: time::from_millis(row.try_get(6)?),
        ended: ended.map(time::from_millis),
        tag: row.try_get(4)?,
        parent: row.try_get(5)?,
        last_seq: number(row.try_get(8)?)?,
        steps: steps.transpose().map_err(|error: StoreError| error)?,
        failure: failure.map(|error| RunFailure { step, attempt, ..RunFailure::of_json(&error) }),
    })
}

/// Adds the number of runs in the second column to the status in the first.
pub(crate) fn count<'r, R>(row: &'r R, counts: &mut RunCounts) -> Result<(), Failure>
where
    R: Row,
    usize: ColumnIndex<R>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
{
    let (name, runs): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
    if let Some(status) = RunStatus::from_name(&name) {
        counts.add(status, number(runs)?);
    }
    Ok(())
}

/// Reads the position, the number of the last event, the number of events and the entries of a row of the log, which follow the
/// id of the run.
pub(crate) fn log_row<'r, R>(row: &'r R) -> Result<(i64, i64, i64, String), sqlx::Error>
where
    R: Row,
    usize: ColumnIndex<R>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
{
    Ok((row.try_get(1)?, row.try_get(2)?, row.try_get(3)?, row.try_get(4)?))
}

/// Returns the next row of a query.
pub(crate) async fn next<R>(
    mut rows: Pin<&mut (impl Stream<Item = Result<R, sqlx::Error>> + ?Sized)>,
) -> Result<Option<R>, sqlx::Error> {
    poll_fn(|cx| rows.as_mut().poll_next(cx)).await.transpose()
}
