//! Measuring a contestant: building and running its graph separately, and checking every result.
use crate::meter::Meter;
use crate::work::Work;
use std::hint::black_box;
use tokio::runtime::Runtime;

/// A contestant: one way to run a workload.
pub struct Contestant {
    /// The package name in `Cargo.toml`.
    pub package: &'static str,
    /// The variant, if the crate has several.
    pub how: &'static str,
    pub work: Work,
    sample: Box<dyn FnMut(&Runtime, u32) -> Cost>,
}

impl Contestant {
    /// Runs the workload some times and returns the cost of one repetition.
    pub fn sample(&mut self, runtime: &Runtime, times: u32) -> Cost {
        let all = (self.sample)(runtime, times);
        Cost { build: all.build / f64::from(times), run: all.run / f64::from(times) }
    }
}

/// Nanoseconds or, with the feature `allocations`, allocations.
#[derive(Clone, Copy, Default)]
pub struct Cost {
    pub build: f64,
    pub run: f64,
}

/// A graph that is reused by many runs.
pub fn reused<G: 'static>(
    (package, how): (&'static str, &'static str),
    work: Work,
    build: impl Fn() -> G + 'static,
    run: impl AsyncFn(&G) -> u64 + 'static,
) -> Contestant {
    let sample = move |runtime: &Runtime, times: u32| {
        let meter = Meter::start();
        for _ in 0..times {
            black_box(build());
        }
        let built = meter.stop();
        let graph = build();
        let ran = runtime.block_on(async {
            let meter = Meter::start();
            for _ in 0..times {
                assert_eq!(run(&graph).await, work.expected(), "{package}: {}", work.name());
            }
            meter.stop()
        });
        Cost { build: built, run: ran }
    };
    Contestant { package, how, work, sample: Box::new(sample) }
}

/// A graph that its run consumes, so that each run builds another. Dropping it is not counted.
pub fn once<G: 'static>(
    (package, how): (&'static str, &'static str),
    work: Work,
    build: impl Fn() -> G + 'static,
    run: impl AsyncFn(&mut G) -> u64 + 'static,
) -> Contestant {
    let sample = move |runtime: &Runtime, times: u32| {
        runtime.block_on(async {
            let mut all = Cost::default();
            for _ in 0..times {
                let meter = Meter::start();
                let mut graph = black_box(build());
                all.build += meter.stop();
                let meter = Meter::start();
                let result = run(&mut graph).await;
                all.run += meter.stop();
                assert_eq!(result, work.expected(), "{package}: {}", work.name());
            }
            all
        })
    };
    Contestant { package, how, work, sample: Box::new(sample) }
}
