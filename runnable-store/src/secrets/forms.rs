//! The encodings in which a text may contain a secret.

use super::views::{DEPTH, next, unescape};

/// Encodings that are named in references, each by a letter. A form is a sequence of them, in the order of their use.
const LETTERS: [char; 18] = ['j', 'a', 'A', 's', 'd', 'D', 'p', 'P', 'n', 'N', 'r', 'R', 'c', 'C', 'u', 'U', 'f', 'F'];

/// The number of encodings that are named in a reference.
const NAMED: usize = 2;

/// Returns the text of a secret in a form, or `None` if the form is unknown.
pub(super) fn render(secret: &str, form: &str) -> Option<String> {
    let mut steps = form.split('x');
    let named = steps.next()?.chars().try_fold(secret.to_owned(), |text, letter| encode(&text, letter))?;
    steps.try_fold(named, |text, code| written_as(&text, code))
}

/// Returns the form in which `text` is the secret whose plain form is `plain`: the empty form, or `t` without white space around it. The form
/// is `?` if it cannot be written down.
pub(super) fn form_of(secret: &str, plain: &str, text: &str) -> String {
    let base = (plain.to_owned(), render(secret, plain).unwrap_or_default());
    named(base.clone(), text).or_else(|| listed(&base, text, DEPTH)).unwrap_or_else(|| "?".to_owned())
}

/// Returns a form of encodings that have names.
fn named(base: (String, String), text: &str) -> Option<String> {
    let mut level = vec![base];
    for _ in 0..NAMED {
        let mut next: Vec<(String, String)> = vec![];
        for (form, encoded) in &level {
            for letter in LETTERS {
                let Some(longer) = encode(encoded, letter) else { continue };
                if longer == text {
                    return Some(format!("{form}{letter}"));
                }
                if longer.len() <= text.len() && next.iter().all(|(_, known)| *known != longer) {
                    next.push((format!("{form}{letter}"), longer));
                }
            }
        }
        level = next;
    }
    None
}

/// Returns a form of at most `depth` encodings, each as the list of what it does.
fn listed(base: &(String, String), text: &str, depth: usize) -> Option<String> {
    if base.1 == text {
        return Some(base.0.clone());
    }
    next(text.as_bytes(), &|place| place).into_iter().filter(|_| depth > 0).find_map(|view| {
        let decoded = String::from_utf8(view.bytes).ok()?;
        Some(format!("{}x{}", listed(base, &decoded, depth - 1)?, code_of(&decoded, text)?))
    })
}

fn encode(text: &str, letter: char) -> Option<String> {
    Some(match letter {
        't' => text.trim().to_owned(),
        'j' => json(text),
        's' => json(text).replace('/', "\\/"),
        'a' | 'A' => {
            json(text).chars().map(|c| if c.is_ascii() { c.to_string() } else { utf16(c, letter == 'A') }).collect()
        }
        'd' => text.escape_debug().to_string(),
        // `{:?}` of a string does not escape single quotes.
        'D' => text.escape_debug().to_string().replace("\\'", "'"),
        'p' | 'P' => percent(text, letter == 'P', None),
        'n' | 'N' => percent(text, letter == 'N', Some("")),
        'r' | 'R' => percent(text, letter == 'R', Some("-_.~")),
        'c' | 'C' => percent(text, letter == 'C', Some("-_.~!'()*")),
        'u' | 'U' => percent(text, letter == 'U', Some("-_.~!'()*;/?:@&=+$,#")),
        'f' | 'F' => percent(text, letter == 'F', Some("*-._ ")).replace(' ', "+"),
        _ => return None,
    })
}

fn json(text: &str) -> String {
    let quoted = serde_json::to_string(text).unwrap_or_default();
    quoted.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).unwrap_or_default().to_owned()
}

/// Returns a character as JSON without other characters than ASCII has it.
fn utf16(c: char, upper: bool) -> String {
    let unit = |unit: &u16| if upper { format!("\\u{unit:04X}") } else { format!("\\u{unit:04x}") };
    c.encode_utf16(&mut [0; 2]).iter().map(unit).collect()
}

/// Percent-encodes all bytes except for letters, digits and those of `keeps`.
fn percent(text: &str, upper: bool, keeps: Option<&str>) -> String {
    let kept = |byte: u8| keeps.is_some_and(|keeps| byte.is_ascii_alphanumeric() || keeps.as_bytes().contains(&byte));
    let byte = |byte: u8| match byte {
        byte if kept(byte) => char::from(byte).to_string(),
        byte if upper => format!("%{byte:02X}"),
        byte => format!("%{byte:02x}"),
    };
    text.bytes().map(byte).collect()
}

/// The ways to percent-encode a byte, and to escape a character. A reference lists them for an encoding without a name.
const PERCENT: &str = "0123pl";
const ESCAPE: &str = "swWvl";

/// Writes a text in the ways that a code lists: `b` and a way for each byte, or `c` and a way for each character.
fn written_as(text: &str, code: &str) -> Option<String> {
    let (units, ways) = (units(text, code.chars().next()?), code.get(1..)?);
    if units.len() != ways.len() {
        return None;
    }
    let mut written = vec![];
    for (unit, way) in units.into_iter().zip(ways.chars()) {
        written.extend(write(unit, way)?);
    }
    String::from_utf8(written).ok()
}

/// Returns the code with which [`written_as`] writes `encoded` for `text`, if a code exists.
fn code_of(text: &str, encoded: &str) -> Option<String> {
    [('b', PERCENT), ('c', ESCAPE)].into_iter().find_map(|(kind, ways)| {
        let (mut code, mut rest) = (kind.to_string(), encoded.as_bytes());
        for unit in units(text, kind) {
            let (way, length) = ways.chars().find_map(|way| {
                let written = write(unit, way).filter(|written| rest.starts_with(written))?;
                Some((way, written.len()))
            })?;
            code.push(way);
            rest = &rest[length..];
        }
        rest.is_empty().then_some(code)
    })
}

fn units(text: &str, kind: char) -> Vec<&[u8]> {
    match kind {
        'b' => text.as_bytes().chunks(1).collect(),
        _ => text.char_indices().map(|(at, c)| &text.as_bytes()[at..at + c.len_utf8()]).collect(),
    }
}

/// Writes a byte or a character in one of the ways, if it can be written so.
fn write(unit: &[u8], way: char) -> Option<Vec<u8>> {
    let percent = |first_upper: bool, second_upper: bool| {
        let (lower, upper) = (format!("{:02x}", unit[0]), format!("{:02X}", unit[0]));
        let digit = |at: usize, is_upper: bool| if is_upper { upper.as_bytes()[at] } else { lower.as_bytes()[at] };
        vec![b'%', digit(0, first_upper), digit(1, second_upper)]
    };
    let unicode = |write: &dyn Fn(char) -> String| Some(write(str::from_utf8(unit).ok()?.chars().next()?).into_bytes());
    match way {
        '0' => Some(percent(false, false)),
        '1' => Some(percent(true, false)),
        '2' => Some(percent(false, true)),
        '3' => Some(percent(true, true)),
        'p' => (unit == b" ").then(|| b"+".to_vec()),
        'l' => Some(unit.to_vec()),
        's' => {
            let decodes = |short: &u8| {
                let mut decoded = vec![];
                unescape(&[b'\\', *short], &mut decoded) == 2 && decoded == unit
            };
            Some(vec![b'\\', b"\"'\\/bfnrt0".iter().copied().find(decodes)?])
        }
        'w' => unicode(&|c| utf16(c, false)),
        'W' => unicode(&|c| utf16(c, true)),
        'v' => unicode(&|c| c.escape_unicode().to_string()),
        _ => None,
    }
}
