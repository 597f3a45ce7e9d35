//! The native envelope, written straight into a buffer.
//!
//! What `Serialize` gives, byte for byte: of its fields only `data` is unknown here, so only that goes through serde.

use super::{event::Event, wire::WireEvent};
use crate::id::{Origin, Segment, text};
use serde_json::Result;

/// Room for most envelopes, so that a new buffer grows once.
const USUAL: usize = 256;

impl<D: WireEvent> Event<D> {
    /// Appends the native envelope: what `serde_json::to_writer` writes, in a fraction of the time, and without an allocation
    /// where the buffer has room.
    ///
    /// # Examples
    /// ```
    /// # use runnable_core::{Event, WireEvent};
    /// # fn line<D: WireEvent>(event: &Event<D>, buffer: &mut Vec<u8>) -> serde_json::Result<()> {
    /// event.write_json(buffer)?;
    /// buffer.push(b'\n');
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Its data does not serialise; then nothing is appended.
    pub fn write_json(&self, to: &mut Vec<u8>) -> Result<()> {
        let start = to.len();
        let written = self.write(to);
        if written.is_err() {
            to.truncate(start);
        }
        written
    }

    fn write(&self, to: &mut Vec<u8>) -> Result<()> {
        to.reserve(USUAL);
        let mut seq = itoa::Buffer::new();
        let seq = seq.format(self.seq).as_bytes();
        self.run.with_str(|run| {
            to.extend_from_slice(br#"{"v":1,"id":""#);
            inside(to, run);
            to.push(b':');
            to.extend_from_slice(seq);
            to.extend_from_slice(br#"","seq":"#);
            to.extend_from_slice(seq);
            to.extend_from_slice(br#","run":""#);
            inside(to, run);
        });
        to.extend_from_slice(br#"","type":""#);
        inside(to, self.event_type());
        to.extend_from_slice(br#"","ts":""#);
        to.extend_from_slice(text::of_time(self.ts).as_bytes());
        to.extend_from_slice(br#"","path":"#);
        path(to, &self.origin.0);
        to.extend_from_slice(br#","attempt":"#);
        number(to, self.attempt());
        if let Some(payload) = self.payload() {
            to.extend_from_slice(br#","data":"#);
            serde_json::to_writer(&mut *to, &payload)?;
        }
        to.push(b'}');
        Ok(())
    }
}

/// A path, as a list. That of a step outside of maps and loops is made once in a program.
fn path(to: &mut Vec<u8>, origin: &Origin) {
    let Some(known) = origin.known_json() else { return list(to, origin) };
    let json = known.get_or_init(|| {
        let mut json = vec![];
        list(&mut json, origin);
        json.into()
    });
    to.extend_from_slice(json);
}

fn list(to: &mut Vec<u8>, origin: &Origin) {
    let mut between: &[u8] = b"[\"";
    origin.visit(|segment: Segment| {
        to.extend_from_slice(between);
        between = b",\"";
        inside(to, segment.name());
        if let Some(index) = segment.position() {
            to.push(b'[');
            number(to, index);
            to.push(b']');
        }
        to.push(b'"');
    });
    // Nothing was visited: the run itself.
    to.extend_from_slice(if between == b"[\"" { b"[]" } else { b"]" });
}

fn number(to: &mut Vec<u8>, number: u32) {
    to.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// A text between its quotes.
#[inline]
fn inside(to: &mut Vec<u8>, text: &str) {
    // Without a way out of the loop, so that it looks at many bytes at once.
    let special = text.bytes().fold(0, |found, byte| found | u8::from(matches!(byte, ..b' ' | b'"' | b'\\')));
    if special == 0 { to.extend_from_slice(text.as_bytes()) } else { escaped(to, text) }
}

#[cold]
fn escaped(to: &mut Vec<u8>, text: &str) {
    let quoted = serde_json::Value::from(text).to_string();
    to.extend_from_slice(&quoted.as_bytes()[1..quoted.len() - 1]);
}

#[cfg(test)]
mod tests {
    use super::event::{EventOrigin, Lifecycle, LifecycleTag, Outcome};
    use super::*;
    use crate::id::{Error, Place, RunId, Scope};
    use serde::{Serializer, ser::Error as _};

    struct Text(&'static str, Option<&'static str>);

    impl WireEvent for Text {
        fn event_type(&self) -> &str {
            self.0
        }
        fn serialize_data<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
            to.serialize_str(self.1.ok_or_else(|| S::Error::custom("no text"))?)
        }
    }

    fn event(run: &str, seq: u64, origin: Origin, tag: LifecycleTag, data: Text) -> Event<Text> {
        Event { seq, ts: 1_700_000_000_123_456_789, run: RunId::from(run), origin: EventOrigin(origin), tag, data }
    }

    fn written(event: &Event<Text>) -> String {
        let mut buffer = b"before".to_vec();
        event.write_json(&mut buffer).unwrap();
        String::from_utf8(buffer.split_off(6)).unwrap()
    }

    #[test]
    fn an_envelope_is_written_as_serde_does() {
        static PLACES: [Place; 4] =
            [Place::new("a"), Place::indexed("über"), Place::indexed("wort"), Place::new("a \"b\"\\\n")];
        let a = Scope::ROOT.below(&PLACES[0], 0);
        let (b, quoted) = (a.below(&PLACES[1], 3), a.below(&PLACES[3], 0));
        let mut c = b.below(&PLACES[2], 70_000);
        c.attempt = 12;
        let failed = || Error::failed("a \"b\"".into(), false);
        let tag = || {
            let life = [
                Lifecycle::RunStarted,
                Lifecycle::StepStarted,
                Lifecycle::StepFinished(Outcome::Succeeded),
                Lifecycle::StepFinished(Outcome::Failed(failed())),
                Lifecycle::StepReset(failed()),
            ];
            life.map(|life| LifecycleTag::of(&life)).into_iter().chain([LifecycleTag::Nothing])
        };
        let long = "run".repeat(40);
        for scope in [Scope::ROOT, a, b, c, quoted] {
            for (run, seq) in [("run", 1), ("\"run\"\u{1}", u64::MAX), ("été\u{7f}", 10), (&*long, 99)] {
                for tag in tag() {
                    let event = event(run, seq, scope.origin(), tag, Text("ki\"nd", Some("te\nxt")));
                    // The second time its path is known.
                    let json = serde_json::to_string(&event).unwrap();
                    assert_eq!([written(&event), written(&event)], [json.clone(), json]);
                }
            }
        }
    }

    #[test]
    fn a_generated_run_is_written_as_serde_does() {
        let data = Text("chunk", Some("text"));
        let mut event = event("", 7, Scope::ROOT.origin(), LifecycleTag::Nothing, data);
        event.run = RunId::generate();
        assert_eq!(written(&event), serde_json::to_string(&event).unwrap());
    }

    #[test]
    fn an_event_whose_data_does_not_serialise_leaves_the_buffer_as_it_was() {
        let event = event("run", 1, Scope::ROOT.origin(), LifecycleTag::Nothing, Text("chunk", None));
        let mut buffer = b"before".to_vec();
        assert_eq!(event.write_json(&mut buffer).unwrap_err().to_string(), "no text");
        assert_eq!(buffer, b"before");
    }
}
