//! The flat form of events, for readers that want the tasks' own events alone.

use crate::Truncated;
use serde::{
    Deserialize, Serialize, Serializer,
    de::{Deserializer, IgnoredAny, MapAccess, Visitor},
    ser::Error as _,
};
use serde_json::{Error, Result};
use std::{borrow::Cow, fmt};

/// An event in the flat form: `{"type":"chunk","text":"Hola"}`.
///
/// A task's own event has its fields beside its type. Of the lifecycle events only two have a flat form: `step.reset`, which
/// voids what the step has sent, and the end of a run that did not succeed. Readers take an event of a task named `reset` or
/// `error` for one of these.
///
/// # Examples
/// ```
/// use runnable_wire::Flat;
///
/// #[derive(serde::Serialize)]
/// struct Chunk {
///     text: &'static str,
/// }
///
/// # fn main() -> serde_json::Result<()> {
/// let mut buffer = Vec::new();
/// Flat::Own { event_type: "chunk", data: Chunk { text: "Hola" } }.write_json(&mut buffer)?;
/// assert_eq!(buffer, br#"{"type":"chunk","text":"Hola"}"#);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub enum Flat<'a, D> {
    /// A task's own event.
    Own {
        /// The event's `type`.
        event_type: &'a str,
        /// The event's fields: a struct, a map or nothing.
        data: D,
    },
    /// A step starts another attempt: `{"type":"reset"}`.
    Reset,
    /// The run failed or was cancelled: `{"type":"error","error":"..","causes":[".."]}`, without `causes` if there are none.
    Error {
        /// The error.
        message: Cow<'a, str>,
        /// The messages of its causes, outermost first.
        causes: Vec<Cow<'a, str>>,
        /// The mark of a message that is not whole.
        truncated: Option<Truncated<'a>>,
    },
}

/// The two that have no data of a task's.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Control<'a> {
    Reset,
    Error {
        error: &'a str,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        causes: &'a [Cow<'a, str>],
        #[serde(flatten)]
        truncated: Option<&'a Truncated<'a>>,
    },
}

impl<D> Flat<'_, D> {
    /// Returns the `type` in the flat form.
    #[must_use]
    pub fn event_type(&self) -> &str {
        match self {
            Self::Own { event_type, .. } => event_type,
            Self::Reset => "reset",
            Self::Error { .. } => "error",
        }
    }

    /// Returns the event if it is not a task's own.
    fn control(&self) -> Option<Control<'_>> {
        match self {
            Self::Own { .. } => None,
            Self::Reset => Some(Control::Reset),
            Self::Error { message, causes, truncated } => {
                Some(Control::Error { error: message, causes, truncated: truncated.as_ref() })
            }
        }
    }
}

impl<D: Serialize> Flat<'_, D> {
    /// Appends the event as one line of JSON: what `serde_json::to_writer` writes, and also of data that is a
    /// [`RawValue`](serde_json::value::RawValue), which serde cannot flatten.
    ///
    /// # Errors
    /// Returns an error if the data does not serialize, or is not an object or `null`. Then the buffer is as it was.
    pub fn write_json(&self, to: &mut Vec<u8>) -> Result<()> {
        let start = to.len();
        let written = match self {
            Self::Own { event_type, data } => own(event_type, data, to),
            _ => serde_json::to_writer(&mut *to, &self.control()),
        };
        if written.is_err() {
            to.truncate(start);
        }
        written
    }

    /// Appends the event with the path of its step, a JSON list of names: `{"type":"chunk","path":["es"],"text":"Hola"}`.
    ///
    /// An event that has a field `path` of its own is written without the path of its step.
    ///
    /// # Errors
    /// Returns the errors of [`write_json`](Self::write_json).
    pub fn write_json_with_path(&self, path: &str, to: &mut Vec<u8>) -> Result<()> {
        let start = to.len();
        self.write_json(to)?;
        if has_path(&to[start..]) {
            return Ok(());
        }
        let mut before = br#"{"type":"#.to_vec();
        serde_json::to_writer(&mut before, self.event_type())?;
        let at = start + before.len();
        to.splice(at..at, [br#","path":"#, path.as_bytes()].concat());
        Ok(())
    }
}

/// Returns `true` if an event in the flat form has a field `path`.
fn has_path(flat: &[u8]) -> bool {
    struct HasPath(bool);
    impl<'de> Deserialize<'de> for HasPath {
        fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
            from.deserialize_map(HasPath(false))
        }
    }
    impl<'de> Visitor<'de> for HasPath {
        type Value = Self;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> std::result::Result<Self, A::Error> {
            while let Some((name, IgnoredAny)) = map.next_entry::<Cow<'de, str>, _>()? {
                self.0 |= name == "path";
            }
            Ok(self)
        }
    }
    serde_json::from_slice::<HasPath>(flat).is_ok_and(|found| found.0)
}

fn own(event_type: &str, data: &impl Serialize, to: &mut Vec<u8>) -> Result<()> {
    to.extend_from_slice(br#"{"type":"#);
    serde_json::to_writer(&mut *to, event_type)?;
    let at = to.len();
    serde_json::to_writer(&mut *to, data)?;
    // The text of a `RawValue` may have white space around it and within the braces.
    to.truncate(to.trim_ascii_end().len());
    let text = &to[at..];
    let fields = match text.trim_ascii_start() {
        [b'{', fields @ ..] => fields.trim_ascii_start(),
        b"null" => b"}",
        _ => return Err(Error::custom("the fields of an event are not an object")),
    };
    // One byte is put in the place of the brace: none has to be moved if there is no white space.
    let skipped = text.len() - fields.len();
    if fields == b"}" {
        to.truncate(at);
        to.push(b'}');
    } else {
        to[at] = b',';
        to.drain(at + 1..at + skipped);
    }
    Ok(())
}

impl<D: Serialize> Serialize for Flat<'_, D> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Tagged<'a, D> {
            r#type: &'a str,
            #[serde(flatten)]
            data: D,
        }
        match self {
            Self::Own { event_type, data } => Tagged { r#type: event_type, data }.serialize(to),
            _ => self.control().serialize(to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{json, value::RawValue};

    fn written<D: Serialize>(flat: &Flat<'_, D>) -> std::result::Result<String, String> {
        let mut buffer = b"before".to_vec();
        let written = flat.write_json(&mut buffer).map_err(|error| error.to_string());
        let text = String::from_utf8(buffer.split_off("before".len())).expect("text");
        assert!(buffer == b"before" && (written.is_ok() || text.is_empty()));
        written.map(|()| text)
    }

    #[test]
    fn the_flat_form_is_written_as_serde_does() {
        for data in [json!({}), json!({ "text": "a" }), json!({ "a": { "b": [] }, "c": null }), json!(null)] {
            let flat = Flat::Own { event_type: "a \"b\"", data };
            assert_eq!(written(&flat), Ok(serde_json::to_string(&flat).unwrap()));
        }
        let truncated = Truncated { size: 7, url: "/x".into() };
        for flat in [
            Flat::Reset::<()>,
            Flat::Error { message: "no \"x\"".into(), causes: vec!["why".into()], truncated: None },
            Flat::Error { message: "no".into(), causes: vec![], truncated: Some(truncated) },
        ] {
            assert_eq!(written(&flat), Ok(serde_json::to_string(&flat).unwrap()));
        }
    }

    #[test]
    fn recorded_data_is_flattened_whatever_white_space_it_has() {
        let cases = [
            (r#"{"text":"a"}"#, r#"{"type":"tick","text":"a"}"#),
            (" {\n\"text\": \"a\" } ", r#"{"type":"tick","text": "a" }"#),
            ("{ }", r#"{"type":"tick"}"#),
            (" {}\n", r#"{"type":"tick"}"#),
            (" null ", r#"{"type":"tick"}"#),
        ];
        for (data, expected) in cases {
            let data = RawValue::from_string(data.to_owned()).unwrap();
            assert_eq!(written(&Flat::Own { event_type: "tick", data }).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn the_path_of_a_step_stands_behind_the_type_unless_the_event_has_a_path_of_its_own() {
        let written = |flat: Flat<'_, serde_json::Value>| {
            let mut buffer = b"before".to_vec();
            flat.write_json_with_path(r#"["a","b[1]"]"#, &mut buffer).unwrap();
            String::from_utf8(buffer.split_off("before".len())).unwrap()
        };
        let own = |data| written(Flat::Own { event_type: "a \"b\"", data });
        assert_eq!(own(json!({})), r#"{"type":"a \"b\"","path":["a","b[1]"]}"#);
        assert_eq!(own(json!({ "n": { "path": 1 } })), r#"{"type":"a \"b\"","path":["a","b[1]"],"n":{"path":1}}"#);
        assert_eq!(own(json!({ "path": 1 })), r#"{"type":"a \"b\"","path":1}"#);
        assert_eq!(written(Flat::Reset), r#"{"type":"reset","path":["a","b[1]"]}"#);
        let error = written(Flat::Error { message: "no".into(), causes: vec![], truncated: None });
        assert_eq!(error, r#"{"type":"error","path":["a","b[1]"],"error":"no"}"#);
    }

    #[test]
    fn data_without_names_is_an_error() {
        for data in [json!(1), json!("{"), json!([{}]), json!(true)] {
            assert!(written(&Flat::Own { event_type: "tick", data }).is_err());
        }
    }

    #[test]
    fn the_type_is_that_of_the_text() {
        let error = Flat::Error { message: "x".into(), causes: vec![], truncated: None };
        let flats = [Flat::Own { event_type: "chunk", data: json!({}) }, Flat::Reset, error];
        for flat in flats {
            assert_eq!(serde_json::to_value(&flat).unwrap()["type"], flat.event_type());
        }
    }
}
