//! Measuring two workloads side by side, so that noise affects both alike.
use crate::work;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// The duration of a sample, and the number of samples of each workload.
const SAMPLE: Duration = Duration::from_micros(300);
const ROUNDS: usize = 300;
/// The time after which a slow workload is measured in fewer rounds.
const PATIENCE: Duration = Duration::from_millis(600);

/// A workload that can be repeated.
pub(crate) struct Work {
    runtime: Runtime,
    #[allow(clippy::type_complexity, reason = "a function of two arguments")]
    repeat: Box<dyn Fn(&Runtime, u32)>,
}

impl Work {
    /// Prepares `work` in its own runtime.
    pub(crate) fn new<F: Future<Output = ()> + Send + 'static>(work: impl Fn() -> F + Copy + Send + 'static) -> Self {
        Self::within(work::runtime(), work)
    }

    /// Prepares `work` in a runtime with a paused clock.
    pub(crate) fn paused<F: Future<Output = ()> + Send + 'static>(work: fn() -> F) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
        Self::within(runtime.expect("a runtime"), work)
    }

    fn within<F>(runtime: Runtime, work: impl Fn() -> F + Copy + Send + 'static) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let repeat = move |runtime: &Runtime, times| work::repeat(runtime, times, work);
        Self { runtime, repeat: Box::new(repeat) }
    }

    fn time(&self, times: u32) -> Duration {
        let begin = Instant::now();
        (self.repeat)(&self.runtime, times);
        begin.elapsed()
    }

    /// Returns the number of repetitions in a sample. This also warms up the workload.
    fn times(&self) -> u32 {
        let mut times = 1;
        while (0..3).map(|_| self.time(times)).min() < Some(SAMPLE) && times < 1 << 20 {
            times *= 2;
        }
        times
    }

    /// Returns the allocations of one repetition of the warm workload.
    pub(crate) fn allocations(&self) -> f64 {
        const TIMES: u32 = 10;
        let of = |times| allocation_counter::measure(|| (self.repeat)(&self.runtime, times)).count_total;
        // The runtime allocates occasionally; the minimum excludes that.
        (0..3).map(|_| of(TIMES).saturating_sub(of(0))).min().map_or(0.0, |all| all as f64 / f64::from(TIMES))
    }
}

/// Returns the nanoseconds of one repetition of each: the minimum of many short samples, taken in
/// turns.
pub(crate) fn side_by_side(limit: &Work, ours: &Work) -> (f64, f64) {
    let times = (limit.times(), ours.times());
    let mut least = (f64::INFINITY, f64::INFINITY);
    let begin = Instant::now();
    for _ in 0..ROUNDS {
        least.0 = least.0.min(limit.time(times.0).as_nanos() as f64 / f64::from(times.0));
        least.1 = least.1.min(ours.time(times.1).as_nanos() as f64 / f64::from(times.1));
        if begin.elapsed() > PATIENCE * 2 {
            break;
        }
    }
    least
}
