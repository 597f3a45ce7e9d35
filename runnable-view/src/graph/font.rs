//! The widths of texts in a common sans-serif font.

/// The widths of the characters from space to `~` in Helvetica and Arial, in thousandths of the font size.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// The size of the text in pixels.
pub(super) const SIZE: i32 = 12;

/// Returns the width of a text in pixels, with a reserve of a quarter for wider fonts.
pub(super) fn text_width(text: &str) -> i32 {
    let thousandths: i32 = text.chars().map(width).sum();
    (thousandths.saturating_mul(SIZE) / 1000).saturating_mul(5) / 4 + 2
}

fn width(character: char) -> i32 {
    let ascii = u32::from(character).checked_sub(0x20).and_then(|at| WIDTHS.get(usize::try_from(at).ok()?));
    match (ascii, unicode_width::UnicodeWidthChar::width(character)) {
        (Some(width), _) => i32::from(*width),
        (None, Some(0)) => 0,
        (None, Some(1) | None) => 800,
        (None, Some(_)) => 1100,
    }
}
