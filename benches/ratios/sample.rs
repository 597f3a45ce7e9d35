//! Two works measured side by side, so that noise hits both alike.
use crate::work;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// How long one sample takes, and how many there are of each work.
const SAMPLE: Duration = Duration::from_micros(300);
const ROUNDS: usize = 300;
/// A work that leaves one sample this far behind is measured in fewer rounds.
const PATIENCE: Duration = Duration::from_millis(600);

/// A work that can be repeated.
pub(crate) struct Work {
    runtime: Runtime,
    #[allow(clippy::type_complexity, reason = "a function of two arguments")]
    repeat: Box<dyn Fn(&Runtime, u32)>,
}

impl Work {
    /// `work`, in a runtime of its own.
    pub(crate) fn new<F: Future<Output = ()> + Send + 'static>(work: impl Fn() -> F + Copy + Send + 'static) -> Self {
        Self::within(work::runtime(), work)
    }

    /// `work`, in a runtime whose clock runs as fast as its timers allow.
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

    /// How often it fits into a sample. This warms it up, too: the first time is slow, and says nothing.
    fn times(&self) -> u32 {
        let mut times = 1;
        while (0..3).map(|_| self.time(times)).min() < Some(SAMPLE) && times < 1 << 20 {
            times *= 2;
        }
        times
    }

    /// The allocations of one repetition, once it is warm.
    pub(crate) fn allocations(&self) -> f64 {
        const TIMES: u32 = 10;
        let of = |times| allocation_counter::measure(|| (self.repeat)(&self.runtime, times)).count_total;
        // What the runtime allocates now and then is not the work's.
        (0..3).map(|_| of(TIMES).saturating_sub(of(0))).min().map_or(0.0, |all| all as f64 / f64::from(TIMES))
    }
}

/// The nanoseconds of one repetition of each: the least of many short samples, taken in turns.
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
