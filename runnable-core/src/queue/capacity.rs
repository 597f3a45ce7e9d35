//! How many events may wait for the reader: one, and more while all is quick.

use std::time::SystemTime;

/// How many events wait at most before a step does, while all is quick.
const BURST: usize = 32;
/// After so many events that wait, somebody looks at the clock. Where what was quick is slow of a sudden, and does not
/// suspend, that many may wait for one of them, once.
pub(crate) const CLOCK_INTERVAL: usize = 16;
/// Up to here a batch is quick, in nanoseconds.
pub(crate) const QUICK: u64 = 500_000;
/// After so many quick batches more than one event may wait.
const WARM: u32 = 16;

/// How quick the last batches were.
#[derive(Default)]
pub(crate) struct Capacity(u32);

impl Capacity {
    /// How many events may wait after a batch that was quick, or was not.
    pub(crate) fn next(&mut self, quick: bool) -> usize {
        // One slow batch may be the machine's fault: the way back is shorter then.
        self.0 = if quick { self.0.saturating_add(1).min(WARM + BURST.ilog2()) } else { self.0.min(WARM) / 2 };
        1 << self.0.saturating_sub(WARM)
    }
}

/// Nanoseconds since the Unix epoch.
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
