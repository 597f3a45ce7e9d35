//! A meter of time or, with the feature `allocations`, of allocations.
#[cfg(not(feature = "allocations"))]
pub use time::{Meter, UNIT};

#[cfg(feature = "allocations")]
pub use allocations::{Meter, UNIT};

#[cfg(not(feature = "allocations"))]
mod time {
    use std::sync::LazyLock;
    use std::time::Instant;

    /// The unit of a [`Meter`].
    pub const UNIT: &str = "ns";

    /// The cost of reading the clock, which is subtracted.
    static CLOCK: LazyLock<f64> = LazyLock::new(|| {
        let mut pairs: Vec<_> = (0..10_001).map(|_| nanoseconds(Instant::now())).collect();
        pairs.sort_by(f64::total_cmp);
        pairs[pairs.len() / 2]
    });

    /// Counts from its start to its stop.
    pub struct Meter(Instant);

    impl Meter {
        pub fn start() -> Self {
            LazyLock::force(&CLOCK);
            Self(Instant::now())
        }

        pub fn stop(self) -> f64 {
            (nanoseconds(self.0) - *CLOCK).max(0.0)
        }
    }

    fn nanoseconds(since: Instant) -> f64 {
        since.elapsed().as_secs_f64() * 1e9
    }
}

#[cfg(feature = "allocations")]
mod allocations {
    use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
    use std::alloc::System;

    /// The unit of a [`Meter`].
    pub const UNIT: &str = "allocations";

    #[global_allocator]
    static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

    /// Counts from its start to its stop.
    pub struct Meter(Region<'static, System>);

    impl Meter {
        pub fn start() -> Self {
            Self(Region::new(ALLOCATOR))
        }

        #[expect(clippy::cast_precision_loss, reason = "no count comes near 2^52")]
        pub fn stop(self) -> f64 {
            let stats = self.0.change();
            (stats.allocations + stats.reallocations) as f64
        }
    }
}
