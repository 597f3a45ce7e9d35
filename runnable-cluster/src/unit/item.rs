//! The order to run an item of a `map`, for the run's own unit.

use super::{
    Interrupted,
    publisher::Events,
    spec::{Unit, token, untoken},
};
use runnable_store::{StoreError, StoreErrorKind, Write, entries_from_json, entries_to_json};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::HashSet;

/// The size in bytes up to which a history is a part of each order. A longer history is kept with the events of the run.
const INLINE: usize = 4 * 1024;

/// The item that a unit runs.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Item {
    pub(crate) path: String,
    /// The number of the unit among those of the item, from 1. Another unit follows a unit that was cancelled without need.
    pub(crate) number: u32,
    /// The maps whose items run as units of their own.
    pub(crate) spread: Vec<String>,
    /// The steps that were recorded before the map began.
    pub(crate) history: Recorded,
    /// The records of the earlier units of the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) earlier: Option<Recorded>,
}

/// Records of steps, in the format of run logs.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Recorded {
    Inline(Box<RawValue>),
    /// The numbers of the messages that have the text, in order.
    Messages(Vec<u64>),
}

/// Returns entries as a JSON list.
pub(crate) fn encode(entries: &[Write]) -> Result<Box<RawValue>, StoreError> {
    let text = if entries.is_empty() { "[]".to_owned() } else { entries_to_json(entries)? };
    RawValue::from_string(text).map_err(|error| {
        StoreError::new(StoreErrorKind::Corrupt, "the records of a run cannot be written").with_source(error)
    })
}

impl Recorded {
    /// Keeps entries for orders like this, where other workers find them: in the orders themselves if they leave room there for
    /// as many entries again.
    pub(super) async fn keep(entries: &[Write], order: &Unit, events: &dyn Events) -> Result<Self, StoreError> {
        let (entries, size) = (encode(entries)?, serde_json::to_vec(order).map_or(usize::MAX, |order| order.len()));
        if entries.get().len() <= INLINE.min(events.max_event().saturating_sub(size) / 2) {
            return Ok(Self::Inline(entries));
        }
        events.keep(&token(&order.run), entries.get().as_bytes()).await.map(Self::Messages)
    }

    async fn read(&self, events: &dyn Events) -> Result<Vec<Write>, StoreError> {
        match self {
            Self::Inline(entries) => entries_from_json(entries.get(), 0),
            Self::Messages(messages) => {
                let text = events.kept(messages).await?;
                entries_from_json(&String::from_utf8_lossy(&text), 0)
            }
        }
    }
}

impl Item {
    /// Returns everything that was recorded before this unit began, and the steps that earlier units of the item have ended.
    pub(super) async fn history(&self, events: &dyn Events) -> Result<(Vec<Write>, HashSet<String>), Interrupted> {
        let (mut entries, mut ended) = (self.history.read(events).await?, HashSet::new());
        if let Some(earlier) = &self.earlier {
            for entry in earlier.read(events).await? {
                if let Write::StepEnded { path, .. } = &entry {
                    ended.insert(path.clone());
                }
                entries.push(entry);
            }
        }
        Ok((entries, ended))
    }
}

impl Unit {
    /// Returns the path of the item that the unit runs; `None` for a whole run.
    pub(crate) fn target(&self) -> Option<&str> {
        self.item.as_ref().map(|item| item.path.as_str())
    }

    /// Returns the unit of an item of this run by its key.
    pub(super) fn with_key(&self, key: &str) -> Option<Self> {
        let (_, item) = key.split_once('~')?;
        let (path, number) = item.split_once('~')?;
        let (path, number) = (untoken(path), number.parse().ok()?);
        let history = Recorded::Messages(Vec::new());
        let item = Item { path, number, spread: Vec::new(), history, earlier: None };
        Some(Self { item: Some(Box::new(item)), ..self.clone() })
    }

    /// Returns the beginning of the keys of the items of this unit.
    pub(crate) fn items_prefix(&self) -> String {
        let run = token(&self.run);
        // The path of an item in an item continues with a `/`.
        self.target().map_or_else(|| format!("{run}~"), |target| format!("{run}~{}", token(&format!("{target}/"))))
    }

    /// Returns the key of the unit: the token of its run, and, of an item, the token of its path and its number.
    pub(crate) fn key(&self) -> String {
        let run = token(&self.run);
        match &self.item {
            None => run,
            Some(item) => format!("{run}~{}~{}", token(&item.path), item.number),
        }
    }
}
