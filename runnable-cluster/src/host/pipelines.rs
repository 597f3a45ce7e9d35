//! The pipelines that a worker serves.

use crate::unit::{self, Interrupted, Outcome, UnitTask, service_name};
use runnable_graph::{Node, NodeKind};
use runnable_runner::{Runnable, Runner};
use std::{future::Future, marker::PhantomData, pin::Pin, sync::Arc};

/// A unit on its thread. Its steps need not be `Send`.
pub(crate) type Running = Pin<Box<dyn Future<Output = Result<Outcome, Interrupted>>>>;

/// A pipeline that a worker serves.
pub(crate) trait Served: Send + Sync {
    /// Returns the name of its service.
    fn service(&self, runner: &Runner) -> String;

    /// Returns the names of its maps.
    fn maps(&self) -> Vec<String>;

    /// Returns the names of those of its maps that are in a `retry`.
    fn retried_maps(&self) -> Vec<String>;

    fn run(&self, task: UnitTask) -> Running;
}

pub(crate) fn served<P: Runnable>() -> Arc<dyn Served> {
    Arc::new(Pipeline::<P>(PhantomData))
}

struct Pipeline<P>(PhantomData<fn() -> P>);

impl<P: Runnable> Served for Pipeline<P> {
    fn service(&self, runner: &Runner) -> String {
        service_name(P::NAME, &runner.definition_hash::<P>())
    }

    fn maps(&self) -> Vec<String> {
        let graph = P::graph();
        let maps = graph.nodes().iter().filter(|node| matches!(node.kind(), NodeKind::Map { .. }));
        maps.map(|node| node.name().to_owned()).collect()
    }

    fn retried_maps(&self) -> Vec<String> {
        let graph = P::graph();
        let retries = graph.nodes().iter().filter(|node| matches!(node.kind(), NodeKind::Retry));
        let retries: Vec<_> = retries.map(|retry| format!("{}/", retry.id())).collect();
        let is_retried = |map: &&Node| retries.iter().any(|retry| map.id().starts_with(retry));
        let maps = graph.nodes().iter().filter(|node| matches!(node.kind(), NodeKind::Map { .. }));
        maps.filter(is_retried).map(|node| node.name().to_owned()).collect()
    }

    fn run(&self, task: UnitTask) -> Running {
        Box::pin(unit::run::<P>(task))
    }
}
