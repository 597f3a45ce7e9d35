//! JSON texts and numbers, appended to a buffer.

/// Appends a number.
pub(crate) fn number(to: &mut Vec<u8>, number: u32) {
    to.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// Appends a text without its quotes.
#[inline]
pub(crate) fn unquoted(to: &mut Vec<u8>, text: &str) {
    // The loop has no early exit, so that the compiler vectorises it.
    let special = text.bytes().fold(0, |found, byte| found | u8::from(matches!(byte, ..b' ' | b'"' | b'\\')));
    if special == 0 { to.extend_from_slice(text.as_bytes()) } else { escaped(to, text) }
}

#[cold]
fn escaped(to: &mut Vec<u8>, text: &str) {
    let quoted = serde_json::Value::from(text).to_string();
    to.extend_from_slice(&quoted.as_bytes()[1..quoted.len() - 1]);
}

/// Appends a step's path as a JSON list of names, such as `["languages[2]","translate"]`.
#[derive(Debug)]
pub struct PathWriter<'a> {
    to: &'a mut Vec<u8>,
    between: &'static [u8],
}

impl<'a> PathWriter<'a> {
    /// Begins a list at the end of `to`.
    pub fn new(to: &'a mut Vec<u8>) -> Self {
        Self { to, between: b"[\"" }
    }

    /// Appends a name, with its index if it is an item of a `map` or a turn of a loop.
    pub fn segment(&mut self, name: &str, index: Option<u32>) {
        self.to.extend_from_slice(self.between);
        self.between = b",\"";
        unquoted(self.to, name);
        if let Some(index) = index {
            self.to.push(b'[');
            number(self.to, index);
            self.to.push(b']');
        }
        self.to.push(b'"');
    }

    /// Ends the list. A list without segments is the path of the run itself.
    pub fn end(self) {
        self.to.extend_from_slice(if self.between == b"[\"" { b"[]" } else { b"]" });
    }
}
