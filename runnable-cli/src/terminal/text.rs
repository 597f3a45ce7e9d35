//! Texts of pipelines, which may contain anything, in a terminal.

use super::Look;
use runnable_view::format::{escaped, shortened};
use unicode_width::UnicodeWidthChar;

/// Returns a text of several lines with its control characters shown instead of sent. Line feeds stay.
pub(crate) fn visible(text: &str, look: Look) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| visible_line(line, look)).collect();
    lines.join("\n")
}

/// Returns a text in a single line, with its control characters shown instead of sent. Spaces stand for line breaks and tabs.
pub(crate) fn visible_line(text: &str, look: Look) -> String {
    let text = escaped(&text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " "));
    if look.unicode { text } else { text.chars().map(|char| if char.is_ascii() { char } else { '?' }).collect() }
}

/// Returns the beginning of a text that fits into this number of columns, with an ellipsis if the text is cut.
pub(crate) fn cut(text: &str, max: usize, look: Look) -> String {
    shortened(text, max, !look.unicode)
}

/// Returns the end of a text that fits into this number of columns.
pub(crate) fn tail(text: &str, max: usize) -> &str {
    let mut used = 0;
    let fits = |&(_, char): &(usize, char)| {
        used += char.width().unwrap_or(0);
        used <= max
    };
    let start = text.char_indices().rev().take_while(fits).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNICODE: Look = Look { colour: false, unicode: true };
    const ASCII: Look = Look { colour: false, unicode: false };

    #[test]
    fn control_characters_are_shown() {
        for (text, shown) in [
            ("\x1b[31mred\x07", r"\u{1b}[31mred\u{7}"),
            ("a\r\nb\tc", "a b c"),
            ("\u{9b}2J", r"\u{9b}2J"),
            ("naïve 你好", "naïve 你好"),
        ] {
            assert_eq!(visible_line(text, UNICODE), shown);
        }
        assert_eq!(visible("a\nb\x1b", UNICODE), "a\nb\\u{1b}");
    }

    #[test]
    fn every_character_is_ascii_without_unicode() {
        let all: String = (0..=0x0010_ffff).filter_map(char::from_u32).collect();
        assert!(visible_line(&all, ASCII).bytes().all(|byte| (b' '..=b'~').contains(&byte)));
    }

    #[test]
    fn the_end_of_a_text_is_measured_in_columns() {
        assert_eq!(tail("a你好", 4), "你好");
        assert_eq!(tail("abc", 5), "abc");
        assert_eq!(tail("你", 1), "");
    }
}
