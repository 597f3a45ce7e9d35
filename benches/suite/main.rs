//! Every work with its times, their spread and its allocations: `cargo bench --bench suite`, `-- us::events` for some of it.
//!
//! `limits` is what hand-written code takes, `us` what this crate takes; `--bench ratios` puts the two side by side.
//! Compare within one run: a machine is never quiet.

#[path = "../work/mod.rs"]
mod work;

mod limits;
mod us;

use divan::{AllocProfiler, Bencher};
use std::hint::black_box;

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// Measures `work`, `count` of which are one repetition.
fn measure<F: Future>(bencher: Bencher<'_, '_>, count: usize, work: impl Fn() -> F) {
    let runtime = work::runtime();
    bencher.counter(divan::counter::ItemsCount::new(count)).bench_local(|| black_box(runtime.block_on(work())));
}

/// Declares benchmarks of works.
macro_rules! benches {
    ($($name:ident / $count:literal: $work:path;)*) => {
        $(
            #[divan::bench]
            fn $name(bencher: divan::Bencher<'_, '_>) {
                crate::measure(bencher, $count, $work);
            }
        )*
    };
}
pub(crate) use benches;
