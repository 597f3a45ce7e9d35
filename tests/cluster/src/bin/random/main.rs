//! Random pipelines on a cluster. `random CONFIG` is a worker; `random CONFIG ID` starts every pipeline, with ids that begin with
//! `ID`, and compares its end with an interpreter of the same tree; `random` prints the names of their maps.
#![allow(dead_code, unused_variables, unreachable_patterns, clippy::pedantic, clippy::all)]

/// The pipelines: `generated.rs`, or the file that `RUNNABLE_CLUSTER_PIPELINES` names when the program is built.
#[rustfmt::skip]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/pipelines.rs"));
}
#[path = "../../../../random/tasks.rs"]
mod tasks;

use runnable::graph::NodeKind;
use runnable_cluster::{Cluster, ClusterError, Worker};
use std::{collections::BTreeSet, io::Read, time::Duration};

/// The time in which a run ends.
const PATIENCE: Duration = Duration::from_mins(2);

/// The work on every pipeline.
pub(crate) enum All {
    Maps(BTreeSet<String>),
    Serve(Option<Worker>),
    Start(Cluster, String, usize),
    Compare(Cluster, String, usize),
}

/// Takes a pipeline, with a node and its output.
macro_rules! check {
    ($all:ident, $pipeline:ident, $node:expr, $expected:expr) => {
        match $all {
            super::All::Maps(names) => names.extend(super::maps(&<$pipeline>::graph())),
            super::All::Serve(worker) => *worker = worker.take().map(|worker| worker.pipeline::<$pipeline>()),
            super::All::Start(cluster, id, number) => {
                cluster.start($node).run_id(format!("{id}-{number}")).await.expect("a run starts");
                *number += 1;
            }
            super::All::Compare(cluster, id, number) => {
                let id = format!("{id}-{number}");
                let output = tokio::time::timeout(super::PATIENCE, cluster.output::<$pipeline>(&id)).await;
                let expected: Result<_, (&str, &str)> = $expected;
                let expected = expected.map_err(|(path, message)| (path.to_owned(), message.to_owned()));
                let output = output.unwrap_or_else(|_| panic!("{id} does not end")).map_err(super::told);
                assert_eq!(output, expected, "{id}: {}", stringify!($pipeline));
                *number += 1;
            }
        }
    };
}
pub(crate) use check;

pub(crate) fn told(error: ClusterError) -> (String, String) {
    match error.run_error() {
        Some(error) => (error.path().to_string(), error.message()),
        None => panic!("{error:?}"),
    }
}

/// Returns the names of the maps in a pipeline.
pub(crate) fn maps(graph: &runnable::graph::Graph) -> Vec<String> {
    let maps = graph.nodes().iter().filter(|node| matches!(node.kind(), NodeKind::Map { .. }));
    maps.map(|node| node.id().rsplit('/').next().unwrap_or_default().to_owned()).collect()
}

#[tokio::main]
async fn main() -> Result<(), ClusterError> {
    let mut arguments = std::env::args().skip(1);
    let (config, id) = (arguments.next(), arguments.next());
    match (config, id) {
        (Some(config), Some(id)) => {
            let cluster = Cluster::from_config(&config).await?;
            generated::each(&mut All::Start(cluster.clone(), id.clone(), 0)).await;
            generated::each(&mut All::Compare(cluster, id, 0)).await;
        }
        (Some(config), None) => {
            tracing_subscriber::fmt().with_writer(std::io::stderr).init();
            std::thread::spawn(|| {
                let _ = std::io::stdin().read_to_end(&mut Vec::new());
                std::process::exit(3);
            });
            let mut all = All::Serve(Some(Worker::from_config(config)?));
            generated::each(&mut all).await;
            if let All::Serve(Some(worker)) = all {
                worker.serve().await?;
            }
        }
        (None, _) => {
            let mut all = All::Maps(BTreeSet::new());
            generated::each(&mut all).await;
            if let All::Maps(names) = all {
                println!("{}", names.into_iter().collect::<Vec<_>>().join(" "));
            }
        }
    }
    Ok(())
}
