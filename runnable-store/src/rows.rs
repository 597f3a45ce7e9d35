//! Between what is recorded and the rows of a database: what the databases have in common.

use crate::{ArtifactRecord, Json, RunRecord, RunStatus, StepRecord, StepStatus, StoreError, StoreErrorKind, Write};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::{borrow::Cow, collections::HashMap, sync::Arc};

/// The columns of a run, in the order of [`run_of`].
pub(crate) const RUN: &str = "runs.id, runs.pipeline, runs.definition, runs.status, runs.input, runs.output, runs.error, runs.tag, \
     runs.parent, runs.code, runs.started, runs.ended, (SELECT coalesce(max(log.seq), 0) FROM log WHERE log.run = runs.no)";

/// The columns of the log but `run`, `seq` and `sub`.
pub(crate) struct Entry<'a> {
    pub(crate) event: bool,
    pub(crate) at: i64,
    pub(crate) path: &'a str,
    pub(crate) attempt: u32,
    pub(crate) kind: &'a str,
    pub(crate) data: Option<Cow<'a, str>>,
    pub(crate) error: Option<&'a str>,
}

/// The columns of a run's end.
pub(crate) struct End<'a> {
    pub(crate) at: i64,
    pub(crate) status: RunStatus,
    pub(crate) output: Option<&'a str>,
    pub(crate) error: Option<&'a str>,
}

/// What a write does.
pub(crate) enum Row<'a> {
    Entry(Entry<'a>),
    End(End<'a>),
}

#[derive(Serialize, Deserialize)]
struct Artifact<'a> {
    name: Cow<'a, str>,
    hash: Cow<'a, str>,
    size: u64,
    media_type: Cow<'a, str>,
}

impl Write {
    /// It as columns.
    pub(crate) fn row(&self) -> Result<Row<'_>, StoreError> {
        Ok(match self {
            Self::StepStarted { path, attempt, at, inputs } => Row::Entry(Entry {
                event: false,
                at: *at,
                path,
                attempt: *attempt,
                kind: "started",
                data: borrowed(inputs.as_ref()),
                error: None,
            }),
            Self::StepEnded { path, attempt, at, status, output, error } => Row::Entry(Entry {
                event: false,
                at: *at,
                path,
                attempt: *attempt,
                kind: ended(*status)?,
                data: borrowed(output.as_ref()),
                error: error.as_deref().map(RawValue::get),
            }),
            Self::Event(event) => Row::Entry(Entry {
                event: true,
                at: event.ts,
                path: event.path.get(),
                attempt: event.attempt,
                kind: &event.kind,
                data: borrowed(event.data.as_ref()),
                error: None,
            }),
            Self::Artifact(file) => Row::Entry(Entry {
                event: false,
                at: file.at,
                path: &file.step,
                attempt: file.attempt,
                kind: if file.put { "put" } else { "get" },
                data: Some(Cow::Owned(artifact_data(file)?)),
                error: None,
            }),
            Self::RunEnded { at, status, output, error } => {
                if *status == RunStatus::Running {
                    return Err(StoreError::new(StoreErrorKind::Invalid, "a run cannot end as `running`"));
                }
                Row::End(End {
                    at: *at,
                    status: *status,
                    output: output.as_deref().map(RawValue::get),
                    error: error.as_deref().map(RawValue::get),
                })
            }
        })
    }
}

fn borrowed(json: Option<&Json>) -> Option<Cow<'_, str>> {
    json.map(|json| Cow::Borrowed(json.get()))
}

fn ended(status: StepStatus) -> Result<&'static str, StoreError> {
    match status {
        StepStatus::Running => Err(StoreError::new(StoreErrorKind::Invalid, "a step cannot end as `running`")),
        ended => Ok(ended.name()),
    }
}

fn artifact_data(file: &ArtifactRecord) -> Result<String, StoreError> {
    serde_json::to_string(&Artifact {
        name: Cow::Borrowed(&file.name),
        hash: Cow::Borrowed(&file.hash),
        size: file.size,
        media_type: Cow::Borrowed(&file.media_type),
    })
    .map_err(|error| StoreError::new(StoreErrorKind::Invalid, "the file cannot be recorded").because(error))
}

/// An entry of the log as it was read: `(at, path, attempt, kind, data, error)`.
pub(crate) type Read = (i64, String, i64, String, Option<String>, Option<String>);

/// The attempts that these entries tell of, in the order in which they began.
pub(crate) fn steps_of(entries: Vec<Read>) -> Result<Vec<StepRecord>, StoreError> {
    let mut steps: Vec<StepRecord> = Vec::new();
    let mut places: HashMap<(String, u32), usize> = HashMap::new();
    for (at, path, attempt, kind, data, error) in entries {
        let attempt = number(attempt)?;
        if kind == "started" {
            places.insert((path.clone(), attempt), steps.len());
            let (started, inputs) = (at, optional(data)?);
            steps.push(StepRecord {
                path,
                attempt,
                status: StepStatus::Running,
                started,
                ended: None,
                inputs,
                output: None,
                error: None,
            });
            continue;
        }
        let Some(status) = StepStatus::from_name(&kind) else { continue };
        let place = places.get(&(path, attempt)).copied();
        let Some(step) = place.and_then(|place| steps.get_mut(place)) else { continue };
        (step.status, step.ended, step.output, step.error) = (status, Some(at), optional(data)?, optional(error)?);
    }
    Ok(steps)
}

/// The files that these entries tell of.
pub(crate) fn artifacts_of(entries: Vec<Read>) -> Result<Vec<ArtifactRecord>, StoreError> {
    let file = |(at, step, attempt, kind, data, _): Read| {
        let data = data.unwrap_or_default();
        let Artifact { name, hash, size, media_type } = serde_json::from_str(&data).map_err(damaged)?;
        let (name, hash, media_type) = (name.into_owned(), hash.into_owned(), media_type.into_owned());
        Ok(ArtifactRecord { name, step, attempt: number(attempt)?, put: kind == "put", hash, size, media_type, at })
    };
    entries.into_iter().map(file).collect()
}

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

/// The run of a row with the columns of [`RUN`], in a database of that type.
macro_rules! run_of {
    ($row:expr) => {{
        use sqlx::Row as _;
        let row = $row;
        let status: String = row.try_get(3)?;
        let code: Option<String> = row.try_get(9)?;
        let texts = (row.try_get(4)?, row.try_get(5)?, row.try_get(6)?);
        let numbers: (i64, Option<i64>, i64) = (row.try_get(10)?, row.try_get(11)?, row.try_get(12)?);
        let named = [row.try_get(0)?, row.try_get(1)?, row.try_get(2)?];
        $crate::rows::run(named, &status, texts, (row.try_get(7)?, row.try_get(8)?), code, numbers)
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

/// What is wrong with what a database holds, in words; nothing where all is well.
pub(crate) const BROKEN: &str = "
    SELECT 'the run `' || runs.id || '` has ' || sum(log.n) || ' events, and the last is the ' || max(log.seq) || 'th'
      FROM log JOIN runs ON runs.no = log.run WHERE log.sub = 0 GROUP BY runs.no, runs.id HAVING sum(log.n) <> max(log.seq)
    UNION ALL
    SELECT 'the run `' || runs.id || '` does not have one beginning, and one end at most, of attempt ' || log.attempt || ' of `' || log.path || '`'
      FROM log JOIN runs ON runs.no = log.run WHERE log.sub > 0 AND log.kind IN ('started', 'succeeded', 'failed', 'cancelled')
      GROUP BY runs.no, runs.id, log.path, log.attempt
      HAVING sum(CASE log.kind WHEN 'started' THEN 1 ELSE 0 END) <> 1 OR sum(CASE log.kind WHEN 'started' THEN 0 ELSE 1 END) > 1
    UNION ALL
    SELECT 'the run `' || id || '` has ended, and nobody knows when' FROM runs WHERE status <> 'running' AND ended IS NULL
    UNION ALL
    SELECT 'the run `' || id || '` runs, and nobody runs it' FROM runs WHERE status = 'running' AND owner IS NULL
";
