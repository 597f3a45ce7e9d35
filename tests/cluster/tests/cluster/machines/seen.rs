//! The events of a run, as a reader sees them.

use super::PATIENCE;
use runnable_cluster::{Cluster, ClusterError};
use std::collections::HashMap;

/// The events that a reader sees of a run.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) ids: Vec<u64>,
    /// The numbers of the events with their items: those of each item, and those of the run, have no hole.
    pub(crate) seqs: Vec<(String, u64)>,
    /// The types of the events with their paths, in order.
    pub(crate) all: Vec<(String, String)>,
    /// The texts of the streams, folded as a reader does.
    pub(crate) texts: HashMap<String, String>,
}

impl Seen {
    /// Reads a run from after an event to its end, or at most `limit` events.
    pub(crate) async fn read(cluster: &Cluster, run: &str, after: u64, limit: usize) -> Result<Self, ClusterError> {
        let (mut seen, mut events) = (Self::default(), cluster.events(run, after).await?);
        while seen.ids.len() < limit
            && let Some(event) = tokio::time::timeout(PATIENCE, events.next()).await.expect("an event, or the end")
        {
            let event = event?;
            let (id, item, event) = (event.id(), event.item().to_owned(), event.event());
            let path: Vec<String> = serde_json::from_str(event.path().get()).expect("a path");
            let path = path.join("/");
            seen.ids.push(id);
            seen.seqs.push((item, event.seq()));
            seen.all.push((event.event_type().to_owned(), path.clone()));
            match event.event_type() {
                "step.started" | "step.reset" => drop(seen.texts.remove(&path)),
                "chunk" => {
                    let data: serde_json::Value =
                        serde_json::from_str(event.data().expect("the data of a chunk").get()).expect("JSON");
                    seen.texts.entry(path).or_default().push_str(data["text"].as_str().unwrap_or_default());
                }
                _ => {}
            }
        }
        Ok(seen)
    }

    pub(crate) fn append(&mut self, other: Self) {
        self.ids.extend(other.ids);
        self.seqs.extend(other.seqs);
        self.all.extend(other.all);
    }

    /// Returns how often each step has finished for good: after its last start or reset.
    pub(crate) fn finished(&self) -> HashMap<&str, usize> {
        let mut finished = HashMap::new();
        for (event_type, path) in &self.all {
            match &**event_type {
                "step.started" | "step.reset" => drop(finished.insert(&**path, 0)),
                "step.finished" => *finished.entry(path).or_default() += 1,
                _ => {}
            }
        }
        finished
    }

    /// Checks what holds for every run that has ended.
    pub(crate) fn check(&self) {
        let mut next: HashMap<&str, u64> = HashMap::new();
        for (item, seq) in &self.seqs {
            let next = next.entry(item).or_insert(1);
            assert_eq!(seq, next, "the numbers of events of `{item}` have no hole: {:?} {:?}", self.seqs, self.all);
            *next += 1;
        }
        assert!(self.ids.is_sorted_by(|a, b| a < b), "ids grow");
        let ends = self.all.iter().filter(|(event_type, _)| event_type == "run.finished").count();
        assert_eq!(ends, 1);
        let twice: Vec<_> = self.finished().into_iter().filter(|(_, count)| *count != 1).collect();
        assert!(twice.is_empty(), "steps that finished more than once, or not at all: {twice:?}");
    }
}
