//! Between what is recorded and the columns of a database: what the databases have in common.

use crate::{Json, RunRecord, RunStatus, StoreError, StoreErrorKind};
use serde_json::value::RawValue;
use std::sync::Arc;

/// A number that is never negative.
pub(crate) fn number<T: TryFrom<i64>>(stored: i64) -> Result<T, StoreError>
where
    T::Error: std::error::Error + Send + Sync + 'static,
{
    T::try_from(stored).map_err(damaged)
}

/// A text that was JSON when it was stored.
pub(crate) fn json(text: String) -> Result<Json, StoreError> {
    RawValue::from_string(text).map(Arc::from).map_err(damaged)
}

/// [`json`], where there is one.
pub(crate) fn optional(text: Option<String>) -> Result<Option<Json>, StoreError> {
    text.map(json).transpose()
}

/// What was stored cannot be read.
pub(crate) fn damaged(source: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::new(StoreErrorKind::Corrupt, "a record of the store cannot be read").because(source)
}

/// The run of a row with the columns that both databases select.
macro_rules! run_of {
    ($row:expr) => {{
        use sqlx::Row as _;
        let row = $row;
        let status: String = row.try_get(3)?;
        let code: Option<String> = row.try_get(9)?;
        let texts = (row.try_get(4)?, row.try_get(5)?, row.try_get(6)?);
        let numbers: (i64, Option<i64>, i64) = (row.try_get(10)?, row.try_get(11)?, row.try_get(12)?);
        let named = [row.try_get(0)?, row.try_get(1)?, row.try_get(2)?];
        $crate::log::entries::rows::run(named, &status, texts, (row.try_get(7)?, row.try_get(8)?), code, numbers)
    }};
}
pub(crate) use run_of;

/// See [`run_of`].
pub(crate) fn run(
    [id, pipeline, definition_hash]: [String; 3],
    status: &str,
    (input, output, error): (String, Option<String>, Option<String>),
    (tag, parent): (Option<String>, Option<String>),
    code: Option<String>,
    (started, ended, last_seq): (i64, Option<i64>, i64),
) -> Result<RunRecord, StoreError> {
    let status = RunStatus::from_name(status).ok_or_else(|| {
        StoreError::new(StoreErrorKind::Corrupt, format!("the run `{id}` has an unknown status, `{status}`"))
    })?;
    Ok(RunRecord {
        status,
        input: json(input)?,
        output: optional(output)?,
        error: optional(error)?,
        code: code.map(|code| serde_json::from_str(&code)).transpose().map_err(damaged)?,
        last_seq: number(last_seq)?,
        id,
        pipeline,
        definition_hash,
        tag,
        parent,
        started,
        ended,
    })
}
