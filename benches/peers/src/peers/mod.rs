//! One file per crate, with the fastest documented way to run each workload.
mod async_dag;
mod by_hand;
mod dagrs;
mod dagx;
mod graph_flow;
mod lc_core;
mod runnable;
mod sayiir;

use crate::measure::Contestant;

/// Returns all contestants.
pub fn all() -> Vec<Contestant> {
    [
        by_hand::all(),
        runnable::all(),
        async_dag::all(),
        dagrs::all(),
        dagx::all(),
        graph_flow::all(),
        lc_core::all(),
        sayiir::all(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
