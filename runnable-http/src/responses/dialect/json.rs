//! Messages of JSON, written member by member.

use serde::Serialize;
use std::io::Write;

/// The messages for one event.
pub(crate) struct Messages<'a> {
    before: &'static str,
    after: &'static str,
    to: &'a mut Vec<u8>,
}

impl<'a> Messages<'a> {
    pub(super) fn new(before: &'static str, after: &'static str, to: &'a mut Vec<u8>) -> Self {
        Self { before, after, to }
    }

    /// Returns messages with the same framing in another buffer, whose content is replaced.
    pub(super) fn kept<'b>(&self, to: &'b mut Vec<u8>) -> Messages<'b> {
        to.clear();
        Messages { before: self.before, after: self.after, to }
    }

    /// Appends a message whose first member is `type`.
    pub(super) fn typed(&mut self, message_type: &str, write: impl FnOnce(&mut Object<'_>)) {
        self.object(|object| {
            object.value("type", message_type);
            write(object);
        });
    }

    pub(super) fn object(&mut self, write: impl FnOnce(&mut Object<'_>)) {
        self.text(|to| {
            let mut object = Object::begin(to);
            write(&mut object);
            object.end();
        });
    }

    /// Appends a message whose text is written by hand.
    pub(super) fn text(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.to.extend_from_slice(self.before.as_bytes());
        write(self.to);
        self.to.extend_from_slice(self.after.as_bytes());
    }
}

/// A JSON object.
pub(super) struct Object<'a> {
    to: &'a mut Vec<u8>,
    between: u8,
}

impl<'a> Object<'a> {
    pub(super) fn begin(to: &'a mut Vec<u8>) -> Self {
        Self { to, between: b'{' }
    }

    /// Continues an object whose first members are written.
    pub(super) fn after(to: &'a mut Vec<u8>) -> Self {
        Self { to, between: b',' }
    }

    /// Adds a member. The values of this crate serialize, and a buffer takes them.
    pub(super) fn value(&mut self, name: &str, value: impl Serialize) -> &mut Self {
        self.name(name);
        let _ = serde_json::to_writer(&mut *self.to, &value);
        self
    }

    /// Adds a member that is JSON.
    pub(super) fn json(&mut self, name: &str, json: &str) -> &mut Self {
        self.name(name);
        self.to.extend_from_slice(json.as_bytes());
        self
    }

    /// Adds a member that is a text of 20 digits, so that texts are in the order of their numbers.
    pub(super) fn digits(&mut self, name: &str, number: u64) -> &mut Self {
        self.name(name);
        let _ = write!(self.to, "\"{number:020}\"");
        self
    }

    pub(super) fn object(&mut self, name: &str, write: impl FnOnce(&mut Object<'_>)) -> &mut Self {
        self.name(name);
        let mut object = Object::begin(self.to);
        write(&mut object);
        object.end();
        self
    }

    fn name(&mut self, name: &str) {
        self.to.push(self.between);
        self.between = b',';
        self.to.push(b'"');
        self.to.extend_from_slice(name.as_bytes());
        self.to.extend_from_slice(b"\":");
    }

    pub(super) fn end(self) {
        if self.between == b'{' {
            self.to.push(b'{');
        }
        self.to.push(b'}');
    }
}
