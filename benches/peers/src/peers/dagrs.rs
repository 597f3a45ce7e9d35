//! `dagrs`: spawned nodes with channels between them, which suit a stream of values.
use crate::measure::{Contestant, once};
use crate::work::*;
use ::dagrs::{Action, Content, DefaultNode, EnvVar, Graph, InChannels, Node, NodeId, NodeTable, OutChannels, Output};
use async_trait::async_trait;
use std::sync::Arc;

const IT: (&str, &str) = ("dagrs", "");

pub fn all() -> Vec<Contestant> {
    vec![
        once(IT, Work::Sequence, sequence, run),
        once(IT, Work::FanOut, fan_out, run),
        once(IT, Work::Diamond, diamond, run),
        once(IT, Work::Events, events, run),
    ]
}

type OneResult = (Graph, NodeId);

async fn run((graph, last): &mut OneResult) -> u64 {
    graph.async_start().await.expect("a run");
    let outputs = graph.get_outputs();
    *outputs[last].get_out().expect("an output").get::<u64>().expect("a number")
}

/// A node that maps the values of its inputs, in any order, to its output.
struct Step<F>(F);

#[async_trait]
impl<F: Fn(&[u64]) -> u64 + Send + Sync> Action for Step<F> {
    async fn run(&self, inputs: &mut InChannels, outputs: &mut OutChannels, _: Arc<EnvVar>) -> Output {
        let values = inputs.map(|value| *value.expect("a value").get::<u64>().expect("a number")).await;
        let value = Content::new((self.0)(&values));
        if outputs.get_receiver_ids().is_empty() {
            return Output::Out(Some(value));
        }
        outputs.broadcast(value).await;
        Output::empty()
    }
}

/// The first of two nodes, which sends the events.
struct Ticks;

#[async_trait]
impl Action for Ticks {
    async fn run(&self, _: &mut InChannels, outputs: &mut OutChannels, _: Arc<EnvVar>) -> Output {
        let [reader] = outputs.get_receiver_ids()[..] else { panic!("expected one reader") };
        for n in 0..EVENTS {
            outputs.send_to(&reader, Content::new(Tick::new(n))).await.expect("a reader");
        }
        Output::empty()
    }
}

/// The second node, which reads a known number of events, because channels stay open while the
/// graph lives.
struct Reader;

#[async_trait]
impl Action for Reader {
    async fn run(&self, inputs: &mut InChannels, _: &mut OutChannels, _: Arc<EnvVar>) -> Output {
        let [source] = inputs.get_sender_ids()[..] else { panic!("expected one source") };
        let mut sum = 0;
        for _ in 0..EVENTS {
            let tick = inputs.recv_from(&source).await.expect("an event");
            sum += tick.get::<Tick>().expect("a tick").read();
        }
        Output::new(sum)
    }
}

/// A graph under construction.
#[derive(Default)]
struct Nodes {
    graph: Graph,
    table: NodeTable,
}

impl Nodes {
    fn add(&mut self, action: impl Action + 'static, after: &[NodeId]) -> NodeId {
        let node = DefaultNode::with_action(String::new(), action, &mut self.table);
        let id = node.id();
        self.graph.add_node(node).expect("a node");
        for before in after {
            self.graph.add_edge(*before, [id]).expect("an edge");
        }
        id
    }

    fn build(mut self, last: NodeId) -> OneResult {
        self.graph.set_env(EnvVar::new(self.table));
        (self.graph, last)
    }
}

fn sequence() -> OneResult {
    let mut nodes = Nodes::default();
    let n = start();
    let mut last = nodes.add(Step(move |_: &[u64]| inc(n)), &[]);
    for _ in 1..STEPS {
        last = nodes.add(Step(|inputs: &[u64]| inc(inputs[0])), &[last]);
    }
    nodes.build(last)
}

fn fan_out() -> OneResult {
    let mut nodes = Nodes::default();
    let n = start();
    let branches: Vec<_> = (0..BRANCHES).map(|i| nodes.add(Step(move |_: &[u64]| add(n, i)), &[])).collect();
    let join = nodes.add(Step(|inputs: &[u64]| inputs.iter().sum()), &branches);
    nodes.build(join)
}

fn diamond() -> OneResult {
    let mut nodes = Nodes::default();
    let n = start();
    let a = nodes.add(Step(move |_: &[u64]| inc(n)), &[]);
    let b = nodes.add(Step(|inputs: &[u64]| double(inputs[0])), &[a]);
    let c = nodes.add(Step(|inputs: &[u64]| plus_five(inputs[0])), &[a]);
    let d = nodes.add(Step(|inputs: &[u64]| add(inputs[0], inputs[1])), &[b, c]);
    nodes.build(d)
}

fn events() -> OneResult {
    let mut nodes = Nodes::default();
    let ticks = nodes.add(Ticks, &[]);
    let reader = nodes.add(Reader, &[ticks]);
    nodes.build(reader)
}
