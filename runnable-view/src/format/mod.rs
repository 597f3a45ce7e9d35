//! Durations, ages, sizes and texts as people read them.
//!
//! Every view and the command line use these functions, so that a value looks the same everywhere.
//!
//! # Examples
//! ```
//! use runnable_view::format;
//! use std::time::Duration;
//!
//! assert_eq!(format::duration(Duration::from_millis(1_240)), "1.24s");
//! assert_eq!(format::duration(Duration::from_secs(7_800)), "2 h 10 min");
//! assert_eq!(format::size(1_536), "1.5 KB");
//! assert_eq!(format::escaped("a\u{1b}[31mb"), r"a\u{1b}[31mb");
//! ```

mod escape;
mod time;
mod width;

pub use self::{
    escape::escaped,
    time::{age, clock, duration},
    width::{fitted, shortened, width},
};

/// Returns a size in bytes, such as `1.5 KB`. A kilobyte has 1,024 bytes.
#[must_use]
pub fn size(bytes: u64) -> String {
    const UNITS: [&str; 6] = ["KB", "MB", "GB", "TB", "PB", "EB"];
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    let (mut whole, mut rest, mut unit) = (bytes / 1024, bytes % 1024, 0);
    // 1,023.95 KB and more would be rounded to 1,024.0 KB.
    while whole >= 1024 || (whole == 1023 && rest >= 973) {
        (whole, rest, unit) = (whole / 1024, whole % 1024, unit + 1);
    }
    let tenths = (whole * 10) + (rest * 10 + 512) / 1024;
    format!("{}.{} {}", tenths / 10, tenths % 10, UNITS.get(unit).unwrap_or(&"EB"))
}

/// Returns a number with a comma between thousands, such as `1,204`.
#[must_use]
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_to_one_decimal_and_never_to_1024() {
        for (bytes, text) in [
            (0, "0 B"),
            (1023, "1023 B"),
            (1024, "1.0 KB"),
            (1_048_570, "1.0 MB"),
            (1_048_576, "1.0 MB"),
            (64 * 1024 + 100, "64.1 KB"),
            (u64::MAX, "16.0 EB"),
        ] {
            assert_eq!(size(bytes), text, "{bytes}");
        }
    }

    #[test]
    fn counts_have_commas() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(count(number), text);
        }
    }
}
