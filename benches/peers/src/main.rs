//! The same workloads with `runnable` and with other crates, interleaved in one process: see
//! `README.md`.
//!
//! Prints a Markdown table; `--multi-thread` uses a tokio runtime with two worker threads.
mod measure;
mod meter;
mod peers;
mod table;
mod work;

use measure::{Contestant, Cost};
use tokio::runtime::{Builder, Runtime};

const ROUNDS: usize = if cfg!(feature = "allocations") { 3 } else { 201 };

fn main() {
    let runtime = runtime(std::env::args().any(|argument| argument == "--multi-thread"));
    let mut contestants = peers::all();
    let times: Vec<_> = contestants.iter_mut().map(|contestant| times(contestant, &runtime)).collect();
    let mut rounds: Vec<Vec<Cost>> = vec![vec![]; contestants.len()];
    // Every contestant runs once per round, so that a disturbance affects all.
    for _ in 0..ROUNDS {
        for ((contestant, times), costs) in contestants.iter_mut().zip(&times).zip(&mut rounds) {
            costs.push(contestant.sample(&runtime, *times));
        }
    }
    let costs: Vec<_> = rounds.iter().map(|costs| undisturbed(costs)).collect();
    table::print(&contestants, &costs);
}

fn runtime(multi_thread: bool) -> Runtime {
    let mut builder = if multi_thread { Builder::new_multi_thread() } else { Builder::new_current_thread() };
    builder.worker_threads(2).enable_time().build().expect("a runtime")
}

/// Returns the number of repetitions in a sample of about a millisecond, and warms up the
/// contestant.
fn times(contestant: &mut Contestant, runtime: &Runtime) -> u32 {
    let mut times = 1;
    loop {
        let begun = std::time::Instant::now();
        contestant.sample(runtime, times);
        if begun.elapsed().as_micros() > 1000 || cfg!(feature = "allocations") && times >= 10 {
            return times;
        }
        times *= 2;
    }
}

/// Returns the tenth percentile of the samples: a busy machine only adds to the cost.
fn undisturbed(costs: &[Cost]) -> Cost {
    let low = |of: fn(&Cost) -> f64| {
        let mut values: Vec<_> = costs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 10]
    };
    Cost { build: low(|cost| cost.build), run: low(|cost| cost.run) }
}
