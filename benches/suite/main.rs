//! Every work with its times, their spread and its allocations: `cargo bench --bench suite`, `-- us::events` for some of it.
//!
//! `limits` is what hand-written code takes, `us` what this crate takes; `--bench ratios` puts the two side by side.
//! Compare within one run: a machine is never quiet.

#[path = "../work/mod.rs"]
mod work;

mod limits;
mod us;

use divan::{AllocProfiler, Bencher, counter::ItemsCount};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// Measures `work`, `count` of which are one repetition.
fn measure<F>(bencher: Bencher<'_, '_>, count: usize, work: fn() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let runtime = work::runtime();
    bencher.counter(ItemsCount::new(count)).bench_local(|| work::repeat(&runtime, 1, work));
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
