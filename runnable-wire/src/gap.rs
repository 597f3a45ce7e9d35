//! The control event of a reader that has missed events.

use crate::{GAP, VERSION};
use serde::{Serialize, Serializer, ser::SerializeStruct};
use serde_json::Result;

/// The control event that stands for events that a reader has missed.
///
/// Control events are not part of the run: they are not recorded and have neither an id nor a number.
///
/// # Examples
/// ```
/// let gap = runnable_wire::Gap { run: "r", from: 3, to: 5 };
/// assert_eq!(serde_json::to_string(&gap)?, r#"{"v":1,"run":"r","type":"gap","data":{"from":3,"to":5}}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap<'a> {
    /// The id of the run.
    pub run: &'a str,
    /// The number of the first event that was missed.
    pub from: u64,
    /// The number of the last event that was missed.
    pub to: u64,
}

impl Gap<'_> {
    /// Appends the event as one line of JSON.
    ///
    /// # Errors
    /// Returns the errors of `serde_json`, which no value of this type causes.
    pub fn write_json(&self, to: &mut Vec<u8>) -> Result<()> {
        serde_json::to_writer(to, self)
    }
}

impl Serialize for Gap<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Missed {
            from: u64,
            to: u64,
        }
        let mut gap = to.serialize_struct("Gap", 4)?;
        gap.serialize_field("v", &VERSION)?;
        gap.serialize_field("run", self.run)?;
        gap.serialize_field("type", GAP)?;
        gap.serialize_field("data", &Missed { from: self.from, to: self.to })?;
        gap.end()
    }
}
