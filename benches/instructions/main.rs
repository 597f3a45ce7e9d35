//! Instructions of the core paths, counted by callgrind: `cargo bench --bench instructions`.
//!
//! Unlike times, counts are stable. `.ci/instructions` fails if a count is 5 % above its budget in
//! `benches/budgets.toml`; `.ci/instructions --update` writes new budgets. The script also installs
//! `gungraun-runner`.
#![allow(missing_docs, reason = "the harness writes undocumented items")]

#[path = "../work/mod.rs"]
mod work;

use gungraun::{Callgrind, EventKind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main};
use work::{branches, control, events, program, start_up, steps, wire};

/// A workload that has been warmed up in its runtime.
type Warm = Box<dyn Fn()>;

fn warm<F: Future<Output = ()> + Send + 'static>(work: fn() -> F) -> Warm {
    let runtime = work::runtime();
    let run = move || work::repeat(&runtime, 1, work);
    (0..4).for_each(|_| run());
    Box::new(run)
}

/// Returns a limit of 5 % above the budget of a workload, or no limit without a budget. The size of
/// a batch of events depends on the speed of the machine, so workloads with batches get 25 %, less
/// than unbatched events would take.
fn budget(work: &str) -> LibraryBenchmarkConfig {
    let budget = include_str!("../budgets.toml").lines().find_map(|line| {
        let (name, count) = line.split_once('=')?;
        (name.trim() == work).then(|| count.trim().parse::<u64>().ok())?
    });
    let mut callgrind = Callgrind::with_args(["cache-sim=no"]);
    if let Some(budget) = budget {
        let together = work.starts_with("events_1000_depth") || work.starts_with("steps_100_events");
        let share = if together { 4 } else { 20 };
        callgrind.hard_limits([(EventKind::Ir, budget + budget / share)]);
    }
    let mut config = LibraryBenchmarkConfig::default();
    config.tool(callgrind);
    config
}

/// Counts one run of each workload, without dropping its runtime.
macro_rules! counted {
    ($($name:ident: $work:path),* $(,)?) => {
        #[library_benchmark]
        $(#[bench::$name(args = (warm($work)), config = budget(stringify!($name)))])*
        fn count(run: Warm) -> Warm {
            run();
            run
        }
    };
}

counted! {
    steps_5: steps::execute_5,
    steps_100: steps::execute_100,
    steps_100_events_read: steps::events_read_100,
    steps_100_events_unread: steps::events_unread_100,
    events_1000_bare_stream: events::stream_0,
    events_1000_one_layer: events::stream_1,
    events_1000_depth_1: events::depth_1,
    events_1000_depth_8: events::depth_8,
    map_100: branches::map_100,
    parallel_100: branches::parallel_100,
    start_up: start_up::execute,
    start_up_events_read: start_up::events_read,
    steps_10: control::plain,
    if_10_untaken: control::if_untaken,
    try_10_unused: control::try_unused,
    repeat_10: control::repeat,
    to_writer_1000: wire::to_writer,
    frames_1000: wire::frame,
    program_by_hand: program::by_hand,
    program_with_pipeline: program::with_pipeline,
}

library_benchmark_group!(name = core, benchmarks = count);
main!(library_benchmark_groups = core);
