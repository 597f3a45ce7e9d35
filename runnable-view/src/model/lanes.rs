//! Text that steps send while they run, such as the tokens of a model, by step.

use runnable_store::{EventRecord, Kind};
use serde::Deserialize;
use std::{borrow::Cow, collections::HashMap};

/// The text that a step has sent as `chunk` events.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lane {
    /// The path of the step.
    pub path: String,
    /// The attempt that sent the text.
    pub attempt: u32,
    /// The end of the text: at most [`Lanes::KEPT`] bytes.
    pub text: String,
    /// `true` if the beginning of the text was dropped.
    pub cut: bool,
    /// `true` until the step has ended.
    pub open: bool,
}

/// Collects [`Lane`]s from the events of a run, in order. An event of type `chunk` with a `text` belongs to the lane of its step;
/// a `step.reset` empties the lanes of its step and of the steps below.
///
/// # Examples
/// ```
/// use runnable_store::{EventRecord, json};
/// use runnable_view::Lanes;
/// use std::time::UNIX_EPOCH;
///
/// let mut lanes = Lanes::new();
/// for (seq, text) in [(1, "Buenos "), (2, "días")] {
///     let mut event = EventRecord::new(seq, UNIX_EPOCH, json(r#"["languages[3]","translate"]"#)?, 1, "chunk");
///     event.data = Some(json(format!(r#"{{"text":"{text}"}}"#))?);
///     lanes.see(&event);
/// }
/// assert_eq!(lanes.all()[0].path, "languages[3]/translate");
/// assert_eq!(lanes.all()[0].text, "Buenos días");
/// # Ok::<(), runnable_store::StoreError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Lanes {
    all: Vec<Lane>,
    known: HashMap<String, usize>,
}

#[derive(Deserialize)]
struct Chunk<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
}

impl Lanes {
    /// The number of bytes of a lane that are kept.
    pub const KEPT: usize = 4096;

    /// Returns no lanes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the lanes in the order in which they began.
    #[must_use]
    pub fn all(&self) -> &[Lane] {
        &self.all
    }

    /// Takes the next event of the run.
    pub fn see(&mut self, event: &EventRecord) {
        match event.event_type.kind() {
            None if event.event_type.as_str() == "chunk" => self.append(event),
            Some(Kind::StepFinished) => {
                if let Some(lane) = self.known(event) {
                    lane.open = false;
                }
            }
            Some(Kind::StepReset) => {
                let Some(path) = path_of(event) else { return };
                let below = format!("{path}/");
                for lane in &mut self.all {
                    if lane.path == path {
                        (lane.attempt, lane.open) = (event.attempt, true);
                    } else if !lane.path.starts_with(&below) {
                        continue;
                    }
                    lane.cut = false;
                    lane.text.clear();
                }
            }
            _ => {}
        }
    }

    fn known(&mut self, event: &EventRecord) -> Option<&mut Lane> {
        let at = *self.known.get(&path_of(event)?)?;
        self.all.get_mut(at)
    }

    fn append(&mut self, event: &EventRecord) {
        let data = event.data.as_ref().map(|data| serde_json::from_str::<Chunk<'_>>(data.get()));
        let (Some(Ok(chunk)), Some(path)) = (data, path_of(event)) else { return };
        let at = *self.known.entry(path).or_insert_with_key(|path| {
            let lane = Lane { path: path.clone(), attempt: event.attempt, text: String::new(), cut: false, open: true };
            self.all.push(lane);
            self.all.len() - 1
        });
        let Some(lane) = self.all.get_mut(at) else { return };
        if lane.attempt != event.attempt {
            (lane.attempt, lane.cut) = (event.attempt, false);
            lane.text.clear();
        }
        lane.text.push_str(&chunk.text);
        // Now and then, so that a text of many chunks is copied once.
        if lane.text.len() > 2 * Self::KEPT {
            let from = lane.text.ceil_char_boundary(lane.text.len() - Self::KEPT);
            lane.text.drain(..from);
            lane.cut = true;
        }
    }
}

/// Returns the path of an event as steps have it.
fn path_of(event: &EventRecord) -> Option<String> {
    Some(serde_json::from_str::<Vec<Cow<'_, str>>>(event.path.get()).ok()?.join("/"))
}

#[cfg(test)]
mod tests {
    use super::Lanes;
    use runnable_store::{EventRecord, json};
    use std::time::UNIX_EPOCH;

    #[test]
    fn a_reset_empties_the_lanes_of_its_step_and_of_those_below() -> Result<(), runnable_store::StoreError> {
        let mut lanes = Lanes::new();
        let paths = [r#"["a"]"#, r#"["a","b"]"#, r#"["ab"]"#];
        for (seq, (kind, path)) in
            (1..).zip(paths.map(|path| ("chunk", path)).into_iter().chain([("step.reset", paths[0])]))
        {
            let mut event = EventRecord::new(seq, UNIX_EPOCH, json(path)?, 1, kind);
            event.data = Some(json(r#"{"text":"x"}"#)?);
            lanes.see(&event);
        }
        let texts: Vec<_> = lanes.all().iter().map(|lane| (lane.path.as_str(), lane.text.as_str())).collect();
        assert_eq!(texts, [("a", ""), ("a/b", ""), ("ab", "x")]);
        Ok(())
    }
}
