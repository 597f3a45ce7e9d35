//! Texts that fit into a number of terminal columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Returns the number of terminal columns that a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Returns the text in at most `columns` terminal columns. If the text is longer, its end is replaced by `…`, or by `..` if
/// `ascii` is set.
#[must_use]
pub fn shortened(text: &str, columns: usize, ascii: bool) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mark = if ascii { ".." } else { "…" };
    let Some(room) = columns.checked_sub(width(mark)) else { return ".".repeat(columns) };
    let (mut kept, mut used) = (String::new(), 0);
    for character in text.chars() {
        used += character.width().unwrap_or(0);
        if used > room {
            break;
        }
        kept.push(character);
    }
    // A sequence of joined characters may be wider apart than together.
    while width(&kept) > room {
        kept.pop();
    }
    kept.truncate(kept.trim_end().len());
    kept + mark
}

/// Returns the text in exactly `columns` terminal columns: shortened, or with spaces after it.
#[must_use]
pub fn fitted(text: &str, columns: usize, ascii: bool) -> String {
    let mut text = shortened(text, columns, ascii);
    let spaces = columns.saturating_sub(width(&text));
    text.extend(std::iter::repeat_n(' ', spaces));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_never_takes_more_columns() {
        for text in ["", "a", "abcdef", "日本語日本語", "e\u{301}e\u{301}e\u{301}e\u{301}", "👩‍👩‍👧👩‍👩‍👧"]
        {
            for columns in 0..10 {
                for ascii in [false, true] {
                    assert!(width(&shortened(text, columns, ascii)) <= columns, "{text} {columns}");
                    assert_eq!(width(&fitted(text, columns, ascii)), columns, "{text} {columns}");
                }
            }
        }
        assert_eq!((shortened("abcdef", 4, false), shortened("abcdef", 4, true)), ("abc…".into(), "ab..".into()));
        assert_eq!(shortened("日本語", 4, false), "日…");
    }
}
