//! Text that is safe to print on a terminal.

use std::fmt::Write as _;

/// Returns a text in which control characters and characters that change the order of a line are shown instead of sent.
///
/// Line breaks and tabs become `\n`, `\r` and `\t`; other characters become `\u{1b}`. A backslash stays as it is.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            hidden if is_hidden(hidden) => {
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(hidden));
            }
            other => shown.push(other),
        }
    }
    shown
}

/// Returns `true` for characters that a terminal obeys or hides: controls, directions, separators, tags and invisible spaces.
/// Joiners are kept, since scripts and emoji need them.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        let text: String = (0..=0x0010_ffff).filter_map(char::from_u32).collect();
        let shown = escaped(&text);
        assert!(!shown.chars().any(char::is_control));
        assert!(!shown.contains(['\u{202e}', '\u{2066}', '\u{feff}', '\u{200b}']));
        assert_eq!(escaped("\u{1b}]0;x\u{7}\u{9b}2J\r\n"), r"\u{1b}]0;x\u{7}\u{9b}2J\r\n");
    }

    #[test]
    fn other_text_is_kept() {
        for text in ["", r"a\b", "Buenos días", "日本", "👩‍👩‍👧"] {
            assert_eq!(escaped(text), text);
        }
    }
}
