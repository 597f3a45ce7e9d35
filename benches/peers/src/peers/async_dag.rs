//! `async_dag`: closures in a `daggy` graph, called once each. It does not stream.
use crate::measure::{Contestant, once};
use crate::work::*;
use ::async_dag::{Graph, NodeIndex};

const IT: (&str, &str) = ("async_dag", "");

pub fn all() -> Vec<Contestant> {
    vec![
        once(IT, Work::Sequence, sequence, run_to_one),
        once(IT, Work::FanOut, fan_out, async |(graph, branches)| {
            graph.run().await;
            branches.iter().map(|node| graph.get_value::<u64>(*node).expect("a value")).sum()
        }),
        once(IT, Work::Diamond, diamond, run_to_one),
    ]
}

type OneResult = (Graph<'static>, NodeIndex);

async fn run_to_one((graph, last): &mut OneResult) -> u64 {
    graph.run().await;
    graph.get_value(*last).expect("a value")
}

fn sequence() -> OneResult {
    let mut graph = Graph::new();
    let n = start();
    let mut last = graph.add_task(move || async move { inc(n) });
    for _ in 1..STEPS {
        last = graph.add_child_task(last, |n: u64| async move { inc(n) }, 0).expect("types that match");
    }
    (graph, last)
}

/// A task has at most a dozen inputs, so the hundred branches are joined by reading them, which is
/// cheaper than a tree.
fn fan_out() -> (Graph<'static>, Vec<NodeIndex>) {
    let mut graph = Graph::new();
    let n = start();
    let branches = (0..BRANCHES).map(|i| graph.add_task(move || async move { add(n, i) })).collect();
    (graph, branches)
}

fn diamond() -> OneResult {
    let mut graph = Graph::new();
    let n = start();
    let a = graph.add_task(move || async move { inc(n) });
    let b = graph.add_child_task(a, |n: u64| async move { double(n) }, 0).expect("types that match");
    let c = graph.add_child_task(a, |n: u64| async move { plus_five(n) }, 0).expect("types that match");
    let d = graph.add_child_task(b, |b: u64, c: u64| async move { add(b, c) }, 0).expect("types that match");
    graph.update_dependency(c, d, 1).expect("types that match");
    (graph, d)
}
