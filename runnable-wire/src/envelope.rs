//! The native envelope, written with `write_json` or through serde: both write the same bytes.

use crate::{
    EventId,
    text::{number, unquoted},
};
use serde::{Serialize, Serializer, ser::SerializeStruct};
use serde_json::Result;

/// The version as text, for texts that are put together at compile time.
macro_rules! version {
    () => {
        "1"
    };
}

/// The version of the envelope: the field `v`.
pub const VERSION: u8 = {
    let text = version!().as_bytes();
    assert!(text.len() == 1);
    text[0] - b'0'
};

/// Room for most envelopes, so that a new buffer grows once.
const USUAL: usize = 256;

/// The fields of an event's envelope.
///
/// # Examples
/// ```
/// use runnable_wire::{Envelope, EnvelopePath, PathWriter, Timestamp};
///
/// #[derive(serde::Serialize)]
/// struct Path(Vec<&'static str>);
///
/// impl EnvelopePath for Path {
///     fn write_json(&self, to: &mut Vec<u8>) {
///         let mut path = PathWriter::new(to);
///         self.0.iter().for_each(|name| path.segment(name, None));
///         path.end();
///     }
/// }
///
/// # fn main() -> serde_json::Result<()> {
/// let ts = Timestamp::from_millis(0);
/// let path = Path(vec!["a", "b"]);
/// let envelope = Envelope { run: "r", seq: 7, event_type: "tick", ts: ts.as_str(), path, attempt: 1, data: None::<()> };
/// let mut buffer = Vec::new();
/// envelope.write_json(&mut buffer)?;
/// let expected = r#"{"v":1,"id":"r:7","seq":7,"run":"r","type":"tick","ts":"1970-01-01T00:00:00.000Z","path":["a","b"],"attempt":1}"#;
/// assert_eq!(String::from_utf8_lossy(&buffer), expected);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Envelope<'a, P, D> {
    /// The id of the run.
    pub run: &'a str,
    /// The number of the event in its run, from 1.
    pub seq: u64,
    /// The event's `type`.
    pub event_type: &'a str,
    /// The time at which the event was sent: the text of a [`Timestamp`](crate::Timestamp).
    pub ts: &'a str,
    /// The path of the step that sent the event.
    pub path: P,
    /// The attempt of the step, from 1.
    pub attempt: u32,
    /// The event's own fields, if it has any.
    pub data: Option<D>,
}

/// The path of a step, which serializes to a list of names.
pub trait EnvelopePath: Serialize {
    /// Appends what `Serialize` gives as JSON; usually with a [`PathWriter`](crate::PathWriter).
    fn write_json(&self, to: &mut Vec<u8>);
}

impl<P: EnvelopePath, D: Serialize> Envelope<'_, P, D> {
    /// Appends the envelope as one line of JSON.
    ///
    /// This writes what `serde_json::to_writer` writes in a fraction of the time: only `data` goes through serde. It does not
    /// allocate if the buffer has room and the texts need no escapes.
    ///
    /// # Errors
    /// Returns an error if the data does not serialize. Then the buffer is as it was.
    pub fn write_json(&self, to: &mut Vec<u8>) -> Result<()> {
        let start = to.len();
        let written = self.write(to);
        if written.is_err() {
            to.truncate(start);
        }
        written
    }

    #[inline]
    fn write(&self, to: &mut Vec<u8>) -> Result<()> {
        to.reserve(USUAL);
        let mut seq = itoa::Buffer::new();
        let seq = seq.format(self.seq).as_bytes();
        to.extend_from_slice(concat!(r#"{"v":"#, version!(), r#","id":""#).as_bytes());
        let run = to.len();
        unquoted(to, self.run);
        let run = run..to.len();
        to.push(b':');
        to.extend_from_slice(seq);
        to.extend_from_slice(br#"","seq":"#);
        to.extend_from_slice(seq);
        to.extend_from_slice(br#","run":""#);
        to.extend_from_within(run);
        to.extend_from_slice(br#"","type":""#);
        unquoted(to, self.event_type);
        to.extend_from_slice(br#"","ts":""#);
        to.extend_from_slice(self.ts.as_bytes());
        to.extend_from_slice(br#"","path":"#);
        self.path.write_json(to);
        to.extend_from_slice(br#","attempt":"#);
        number(to, self.attempt);
        if let Some(data) = &self.data {
            to.extend_from_slice(br#","data":"#);
            serde_json::to_writer(&mut *to, data)?;
        }
        to.push(b'}');
        Ok(())
    }
}

impl<P: EnvelopePath, D: Serialize> Serialize for Envelope<'_, P, D> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        let mut envelope = to.serialize_struct("Event", if self.data.is_some() { 9 } else { 8 })?;
        envelope.serialize_field("v", &VERSION)?;
        envelope.serialize_field("id", EventId::new(self.run, self.seq).as_str())?;
        envelope.serialize_field("seq", &self.seq)?;
        envelope.serialize_field("run", self.run)?;
        envelope.serialize_field("type", self.event_type)?;
        envelope.serialize_field("ts", self.ts)?;
        envelope.serialize_field("path", &self.path)?;
        envelope.serialize_field("attempt", &self.attempt)?;
        if let Some(data) = &self.data {
            envelope.serialize_field("data", data)?;
        }
        envelope.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PathWriter, Timestamp};
    use serde::ser::Error as _;

    struct Path(Vec<(&'static str, Option<u32>)>);

    impl Serialize for Path {
        fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
            to.collect_seq(self.0.iter().map(|(name, index)| match index {
                Some(index) => format!("{name}[{index}]"),
                None => (*name).to_owned(),
            }))
        }
    }

    impl EnvelopePath for Path {
        fn write_json(&self, to: &mut Vec<u8>) {
            let mut path = PathWriter::new(to);
            self.0.iter().for_each(|(name, index)| path.segment(name, *index));
            path.end();
        }
    }

    /// Fails to serialize if it is `None`.
    struct Data(Option<&'static str>);

    impl Serialize for Data {
        fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
            to.serialize_str(self.0.ok_or_else(|| S::Error::custom("no text"))?)
        }
    }

    #[test]
    fn an_envelope_is_written_as_serde_does() {
        let paths: [&[(&str, Option<u32>)]; 4] =
            [&[], &[("a", None)], &[("a", None), ("über", Some(3)), ("x", Some(70_000))], &[("a \"b\"\\\n", None)]];
        let ts = Timestamp::from_nanos(1_700_000_000_123_456_789);
        for path in paths {
            for (run, seq) in [("run", 1), ("\"run\"\u{1}", u64::MAX), ("été\u{7f}", 10), (&*"run".repeat(40), 99)] {
                for data in [None, Some(Data(Some("te\nxt")))] {
                    let (path, ts) = (Path(path.to_vec()), ts.as_str());
                    let envelope = Envelope { run, seq, event_type: "ki\"nd", ts, path, attempt: 12, data };
                    let mut buffer = b"before".to_vec();
                    envelope.write_json(&mut buffer).unwrap();
                    let expected = format!("before{}", serde_json::to_string(&envelope).unwrap());
                    assert_eq!(String::from_utf8(buffer).unwrap(), expected);
                }
            }
        }
    }

    #[test]
    fn an_envelope_whose_data_does_not_serialise_leaves_the_buffer_as_it_was() {
        let (path, data) = (Path(vec![]), Some(Data(None)));
        let envelope = Envelope { run: "r", seq: 1, event_type: "chunk", ts: "", path, attempt: 1, data };
        let mut buffer = b"before".to_vec();
        assert_eq!(envelope.write_json(&mut buffer).unwrap_err().to_string(), "no text");
        assert_eq!(buffer, b"before");
    }

    #[test]
    fn the_version_is_that_of_the_text() {
        assert_eq!(VERSION.to_string(), version!());
    }
}
