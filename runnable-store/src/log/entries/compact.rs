//! Merges the rows of a finished run.

use super::{
    entry::{DATA, Entry, entries},
    kind::EntryKind,
    row::{LogRow, ROW_SIZE},
};
use crate::error::StoreError;

/// Consecutive events of a step and a type.
#[derive(Default)]
struct Group {
    /// The type, the attempt and the path, as JSON.
    key: Option<(String, String, String)>,
    /// The time and the data of each event: `[at, data?]`.
    events: Vec<String>,
}

/// Returns the same entries in as few rows as possible. Consecutive events of a step and a type become one entry.
///
/// A row is the position, the number of the last event, the number of events, and the entries.
pub(crate) fn compact(rows: &[(i64, i64, i64, String)]) -> Result<Vec<LogRow>, StoreError> {
    let mut compacted = Vec::new();
    let mut row = LogRow::default();
    let mut group = Group::default();
    let mut size = 0;
    for (position, seq, count, text) in rows {
        for entry in entries(text)? {
            match entry.kind() {
                Some(EntryKind::Event) => group.add(&entry, vec![event(&entry)?], &mut row)?,
                Some(EntryKind::Events) => {
                    let events = entry.list(DATA)?.into_iter().map(|event| event.get().to_owned());
                    group.add(&entry, events.collect(), &mut row)?;
                }
                _ => {
                    group.close(&mut row);
                    row.append_encoded(&whole(&entry));
                }
            }
        }
        (row.position, row.seq, row.events) = (*position, *seq, row.events + count);
        size += text.len();
        if size >= ROW_SIZE {
            group.close(&mut row);
            compacted.push(std::mem::take(&mut row));
            size = 0;
        }
    }
    group.close(&mut row);
    if !row.is_empty() {
        compacted.push(row);
    }
    Ok(compacted)
}

/// Returns an entry as it was read.
fn whole(entry: &Entry<'_>) -> String {
    format!("[{}]", entry.elements().collect::<Vec<_>>().join(","))
}

/// Returns the parts of an event that are not in the key of its group.
fn event(entry: &Entry<'_>) -> Result<String, StoreError> {
    let at = entry.element(1)?.get();
    Ok(entry.element(DATA).map_or_else(|_| format!("[{at}]"), |data| format!("[{at},{}]", data.get())))
}

impl Group {
    fn add(&mut self, entry: &Entry<'_>, events: Vec<String>, row: &mut LogRow) -> Result<(), StoreError> {
        let text = |index| entry.element(index).map(|element| element.get().to_owned());
        let key = (text(4)?, text(3)?, text(2)?);
        if self.key.as_ref() != Some(&key) {
            self.close(row);
            self.key = Some(key);
        }
        self.events.extend(events);
        Ok(())
    }

    fn close(&mut self, row: &mut LogRow) {
        let Some((event_type, attempt, path)) = self.key.take() else { return };
        let events = std::mem::take(&mut self.events);
        // People who look at the table see the time of the first event.
        let at = events.first().and_then(|event| event.trim_start_matches('[').split([',', ']']).next()).unwrap_or("0");
        let kind = EntryKind::Events.name();
        row.append_encoded(&format!(r#"["{kind}",{at},{path},{attempt},{event_type},[{}]]"#, events.join(",")));
    }
}
