//! The capacity of a queue: one event, and more while the reader is quick.

use std::time::SystemTime;

/// The largest capacity.
const BURST: usize = 32;
/// The number of waiting events at which a sender reads the clock. If a quick reader becomes slow and the step does not
/// suspend, that many events may wait once.
pub(crate) const CLOCK_INTERVAL: usize = 16;
/// The longest time that a quick batch takes, in nanoseconds.
pub(crate) const QUICK: u64 = 500_000;
/// The number of quick batches after which more than one event may wait.
const WARM: u32 = 16;

/// Derives the capacity of a queue from how quick its last batches were.
#[derive(Default)]
pub(crate) struct Capacity(u32);

impl Capacity {
    /// Returns the capacity after a batch that was quick, or was not.
    pub(crate) fn next(&mut self, quick: bool) -> usize {
        // A slow batch may be the machine's fault: the way back up takes half as many quick ones.
        self.0 = if quick { self.0.saturating_add(1).min(WARM + BURST.ilog2()) } else { self.0.min(WARM) / 2 };
        1 << self.0.saturating_sub(WARM)
    }
}

/// Returns the current time in nanoseconds since the Unix epoch.
pub(crate) fn now() -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    now.as_secs().saturating_mul(1_000_000_000).saturating_add(now.subsec_nanos().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bursts_begin_after_sixteen_quick_batches_and_end_with_a_slow_one() {
        let mut capacity = Capacity::default();
        assert!((0..16).all(|_| capacity.next(true) == 1));
        let next: Vec<_> = (0..7).map(|_| capacity.next(true)).collect();
        assert_eq!(next, [2, 4, 8, 16, 32, 32, 32]);
        assert_eq!(capacity.next(false), 1);
        assert!((0..8).all(|_| capacity.next(true) == 1));
        assert_eq!(capacity.next(true), 2);
    }
}
