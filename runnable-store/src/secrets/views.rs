//! Texts without their encodings, which are searched for secrets.

/// The number of encodings that are removed from a text to search it.
pub(super) const DEPTH: usize = 3;

/// A text that is decoded, and for each byte the place of its encoding.
pub(super) struct View {
    pub(super) bytes: Vec<u8>,
    /// The place of each byte, and the end of the text.
    places: Vec<usize>,
}

impl View {
    /// Returns the texts that `text` becomes if encodings are removed from it, up to three of them.
    pub(super) fn all(text: &str) -> Vec<Self> {
        let bytes = text.as_bytes();
        let mut views: Vec<Self> = vec![];
        let mut level = next(bytes, &|place| place);
        for _ in 1..DEPTH {
            let deeper = level.iter().flat_map(|view| next(&view.bytes, &|place| view.places[place])).collect();
            views.append(&mut level);
            level = deeper;
        }
        views.append(&mut level);
        views
    }

    /// Returns the place of a part of this view in the text.
    pub(super) fn place(&self, start: usize, end: usize) -> (usize, usize) {
        (self.places[start], self.places[end])
    }

    fn new(bytes: &[u8], place: &dyn Fn(usize) -> usize, unit: impl Fn(&[u8], &mut Vec<u8>) -> usize) -> Option<Self> {
        let mut view = Self { bytes: Vec::with_capacity(bytes.len()), places: Vec::with_capacity(bytes.len() + 1) };
        let mut at = 0;
        while at < bytes.len() {
            let mut length = unit(&bytes[at..], &mut view.bytes);
            if length == 0 {
                view.bytes.push(bytes[at]);
                length = 1;
            }
            view.places.resize(view.bytes.len(), place(at));
            at += length;
        }
        view.places.push(place(at));
        (view.bytes != bytes).then_some(view)
    }
}

/// Removes one encoding of each kind.
pub(super) fn next(bytes: &[u8], place: &dyn Fn(usize) -> usize) -> Vec<View> {
    let (mut views, contains) = (vec![], |byte: u8| bytes.contains(&byte));
    if contains(b'\\') {
        views.extend(View::new(bytes, place, unescape));
    }
    if contains(b'%') {
        views.extend(View::new(bytes, place, |rest, to| unpercent(rest, to, false)));
    }
    if contains(b'+') {
        views.extend(View::new(bytes, place, |rest, to| unpercent(rest, to, true)));
    }
    views
}

/// Decodes a percent-encoded byte; returns the length of its encoding, or 0.
fn unpercent(rest: &[u8], to: &mut Vec<u8>, plus: bool) -> usize {
    match rest {
        [b'%', first, second, ..] => hex(*first, *second).map_or(0, |byte| {
            to.push(byte);
            3
        }),
        [b'+', ..] if plus => {
            to.push(b' ');
            1
        }
        _ => 0,
    }
}

/// Decodes an escape of JSON or of `{:?}`; returns its length, or 0.
pub(super) fn unescape(rest: &[u8], to: &mut Vec<u8>) -> usize {
    let &[b'\\', kind, ..] = rest else { return 0 };
    let plain = match kind {
        b'"' | b'\'' | b'\\' | b'/' => kind,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'0' => 0,
        b'u' => return unicode(rest, to).unwrap_or(0),
        _ => return 0,
    };
    to.push(plain);
    2
}

fn unicode(rest: &[u8], to: &mut Vec<u8>) -> Option<usize> {
    let digits = |from: usize, to: usize| u32::from_str_radix(str::from_utf8(rest.get(from..to)?).ok()?, 16).ok();
    let (code, length) = if rest.get(2) == Some(&b'{') {
        let end = rest.iter().take(12).position(|byte| *byte == b'}')?;
        (digits(3, end)?, end + 1)
    } else {
        let first = digits(2, 6)?;
        if (0xD800..0xDC00).contains(&first) && rest.get(6..8) == Some(b"\\u") {
            let second = digits(8, 12).filter(|second| (0xDC00..0xE000).contains(second))?;
            (0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), 12)
        } else {
            (first, 6)
        }
    };
    let c = char::from_u32(code)?;
    to.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    Some(length)
}

fn hex(first: u8, second: u8) -> Option<u8> {
    let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit(first)? * 16 + digit(second)?)
}
