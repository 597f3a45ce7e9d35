//! The text of a ULID, formatted on the stack.
//!
//! A thread that writes events writes many of one run: it keeps the last text.

use arrayvec::ArrayString;
use std::cell::Cell;

const ULID: usize = ulid::ULID_LEN;

thread_local! {
    static LAST: Cell<((u64, u64), ArrayString<ULID>)> = const { Cell::new(((0, 0), ArrayString::new_const())) };
}

/// Returns the text of a ULID, which is given as its upper and lower half.
pub(crate) fn of_ulid(halves: (u64, u64)) -> ArrayString<ULID> {
    let (last, text) = LAST.get();
    if last == halves && !text.is_empty() {
        return text;
    }
    let mut text = ArrayString::new();
    text.push_str(ulid::Ulid::from(halves).array_to_str(&mut [0; ULID]));
    LAST.set((halves, text));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ulid_is_written_as_it_prints_whatever_was_written_before() {
        for halves in [(0, 0), (0, 1), (0, 1), (7, 1), (u64::MAX, u64::MAX), (0, 0)] {
            assert_eq!(&*of_ulid(halves), ulid::Ulid::from(halves).to_string());
        }
    }
}
