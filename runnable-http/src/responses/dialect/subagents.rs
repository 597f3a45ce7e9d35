//! Branches, items of maps and iterations as subagents of AG-UI.

use super::json::{Messages, Object};
use std::collections::HashMap;

/// The subagents that have begun and have not ended.
///
/// No event says that a branch or an item has ended. It counts as ended when none of its steps is running and a step of
/// another branch or item begins.
#[derive(Debug, Default)]
pub(super) struct Subagents {
    /// By the part of a path that their steps share, such as `languages[0]`.
    open: HashMap<Box<str>, Subagent>,
    /// Those of which no step is running. Some of them may have begun another step since.
    idle: Vec<Box<str>>,
}

#[derive(Debug)]
struct Subagent {
    id: String,
    running: usize,
}

impl Subagents {
    /// Begins the subagents of a step that begins, and ends those that have ended. Returns the id of the innermost, if the step
    /// belongs to one.
    ///
    /// An id is never used again: it has the number of the event with which the subagent began.
    pub(super) fn enter(
        &mut self,
        step: &str,
        seq: u64,
        to: &mut Messages<'_>,
        more: impl Fn(&mut Object<'_>),
    ) -> Option<String> {
        self.end_idle(step, to, &more);
        let mut parent: Option<String> = None;
        for prefix in prefixes(step) {
            let subagent = match self.open.get_mut(prefix) {
                Some(subagent) => subagent,
                None => {
                    let id = format!("{prefix}@{seq}");
                    to.typed("SUBAGENT_STARTED", |message| {
                        message.value("subagentRunId", &id);
                        message.value("name", prefix.rsplit('/').next());
                        if let Some(parent) = &parent {
                            message.value("parentSubagentRunId", parent);
                        }
                        more(message);
                    });
                    self.open.entry(prefix.into()).or_insert(Subagent { id, running: 0 })
                }
            };
            subagent.running += 1;
            parent = Some(subagent.id.clone());
        }
        parent
    }

    /// A step that began has ended.
    pub(super) fn leave(&mut self, step: &str) {
        for prefix in prefixes(step) {
            if let Some(subagent) = self.open.get_mut(prefix) {
                subagent.running -= 1;
                if subagent.running == 0 {
                    self.idle.push(prefix.into());
                }
            }
        }
    }

    /// Ends all subagents, the innermost first.
    pub(super) fn end_all(&mut self, to: &mut Messages<'_>, more: impl Fn(&mut Object<'_>)) {
        let all = self.open.keys().cloned().collect();
        self.idle.clear();
        self.end(all, to, &more);
    }

    fn end_idle(&mut self, step: &str, to: &mut Messages<'_>, more: &impl Fn(&mut Object<'_>)) {
        if self.idle.is_empty() {
            return;
        }
        let (stay, mut ended): (Vec<_>, Vec<_>) =
            self.idle.drain(..).partition(|idle| prefixes(step).any(|prefix| *prefix == **idle));
        self.idle = stay;
        ended.retain(|prefix| self.open.get(prefix).is_some_and(|subagent| subagent.running == 0));
        ended.dedup();
        self.end(ended, to, more);
    }

    fn end(&mut self, mut which: Vec<Box<str>>, to: &mut Messages<'_>, more: &impl Fn(&mut Object<'_>)) {
        which.sort_unstable_by(|a, b| depth(b).cmp(&depth(a)).then_with(|| a.cmp(b)));
        for prefix in which {
            if let Some(subagent) = self.open.remove(&prefix) {
                to.typed("SUBAGENT_FINISHED", |message| {
                    message.value("subagentRunId", &subagent.id);
                    more(message);
                });
            }
        }
    }
}

/// Returns the paths of what a step is inside of, the outermost first.
fn prefixes(step: &str) -> impl Iterator<Item = &str> {
    step.match_indices('/').map(|(at, _)| &step[..at])
}

fn depth(path: &str) -> usize {
    path.matches('/').count()
}
