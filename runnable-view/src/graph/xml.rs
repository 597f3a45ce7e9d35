//! Text in XML and HTML.

use crate::format::escaped;

/// Returns a text as it is written in an element or in a quoted attribute of XML and HTML. Control characters are shown.
pub(crate) fn xml(text: &str) -> String {
    let shown = escaped(text);
    let mut written = String::with_capacity(shown.len());
    for character in shown.chars() {
        match character {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            // Not a character in XML.
            '\u{fffe}' | '\u{ffff}' => written.push('\u{fffd}'),
            other => written.push(other),
        }
    }
    written
}
