//! Times, spread and allocations of every workload: `cargo bench --bench suite`; `-- us::events`
//! selects some.
//!
//! `limits` measures hand-written code, `us` this crate; `--bench ratios` shows both side by side.
//! Compare only within a run, since a machine is never quiet.

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

/// Measures `work`, with `count` units in one repetition.
fn measure<F>(bencher: Bencher<'_, '_>, count: usize, work: fn() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let runtime = work::runtime();
    bencher.counter(ItemsCount::new(count)).bench_local(|| work::repeat(&runtime, 1, work));
}

/// Declares benchmarks of workloads.
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
