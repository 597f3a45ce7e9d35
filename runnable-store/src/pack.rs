//! Events of finished runs, folded: consecutive ones of a step and a type in one row.

use crate::{
    EventRecord, StoreError,
    rows::{damaged, json, number, optional},
};
use serde_json::value::RawValue;
use std::{fmt::Write as _, sync::Arc};

/// So many events fold into one row at most: what a reader from the middle unfolds for nothing.
const EVENTS: usize = 512;

/// A row ends after so many bytes of data.
const BYTES: usize = 128 * 1024;

/// Events as they are stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stored {
    /// That of its last event.
    pub(crate) seq: i64,
    /// How many events it holds.
    pub(crate) n: i64,
    /// That of its first event.
    pub(crate) at: i64,
    pub(crate) path: String,
    pub(crate) attempt: i64,
    pub(crate) kind: String,
    /// Its data; where `n` > 1 a list of `[at, data]`, without the `data` where there is none.
    pub(crate) data: Option<String>,
}

impl Stored {
    fn follows(&self, last: &Self) -> bool {
        self.attempt == last.attempt && self.kind == last.kind && self.path == last.path
    }

    fn size(&self) -> usize {
        self.data.as_ref().map_or(0, String::len)
    }
}

/// Takes from a row the events after `after`, until `to` holds `limit`.
pub(crate) fn unfold(row: Stored, after: u64, limit: usize, to: &mut Vec<EventRecord>) -> Result<(), StoreError> {
    let Stored { seq, n, at: ts, path, attempt, kind, data } = row;
    let (seq, path, attempt): (u64, _, _) = (number(seq)?, json(path)?, number(attempt)?);
    if n <= 1 {
        to.push(EventRecord { seq, ts, path, attempt, kind, data: optional(data)? });
        return Ok(());
    }
    let data = data.unwrap_or_default();
    let folded: Vec<Vec<&RawValue>> = serde_json::from_str(&data).map_err(damaged)?;
    let first = (seq + 1).saturating_sub(folded.len() as u64);
    for (seq, entry) in (first..).zip(folded).filter(|(seq, _)| *seq > after).take(limit.saturating_sub(to.len())) {
        let ts = entry.first().map_or(Ok(ts), |ts| ts.get().parse()).map_err(damaged)?;
        let data = entry.get(1).map(|data| Arc::from((*data).to_owned()));
        to.push(EventRecord { seq, ts, path: path.clone(), attempt, kind: kind.clone(), data });
    }
    Ok(())
}

/// The same events in fewer rows; what is folded already stays as it is.
pub(crate) fn fold(rows: Vec<Stored>) -> Vec<Stored> {
    let mut folded = Vec::new();
    let mut group: Vec<Stored> = Vec::new();
    let mut bytes = 0;
    for row in rows {
        let fits = row.n == 1 && group.len() < EVENTS && bytes + row.size() <= BYTES;
        if !group.last().is_some_and(|last| fits && last.n == 1 && row.follows(last)) {
            folded.extend(close(&mut group));
            bytes = 0;
        }
        bytes += row.size();
        group.push(row);
    }
    folded.extend(close(&mut group));
    folded
}

fn close(group: &mut Vec<Stored>) -> Option<Stored> {
    if group.len() < 2 {
        return group.pop();
    }
    let mut data = String::from("[");
    for (i, row) in group.iter().enumerate() {
        let comma = if i == 0 { "" } else { "," };
        let _ = match &row.data {
            Some(json) => write!(data, "{comma}[{},{json}]", row.at),
            None => write!(data, "{comma}[{}]", row.at),
        };
    }
    data.push(']');
    let (n, at) = (i64::try_from(group.len()).ok()?, group.first()?.at);
    let last = group.drain(..).next_back()?;
    Some(Stored { n, at, data: Some(data), ..last })
}
