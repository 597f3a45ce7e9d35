//! `graph-flow`: tasks that share a JSON context, run in one call
//! (`NextAction::ContinueAndExecute`) in a session that is not stored, as its documentation
//! recommends for batches. It answers step by step and does not stream within a step.
use crate::measure::{Contestant, reused};
use crate::work::*;
use ::graph_flow::fanout::FanOutTask;
use ::graph_flow::{Context, Graph, GraphBuilder, NextAction, Result, Session, Task, TaskResult};
use async_trait::async_trait;
use std::sync::Arc;

const IT: (&str, &str) = ("graph-flow", "");

pub fn all() -> Vec<Contestant> {
    vec![
        reused(IT, Work::Sequence, sequence, run),
        reused(IT, Work::FanOut, fan_out, run),
        reused(IT, Work::Diamond, diamond, run),
    ]
}

async fn run(graph: &Graph) -> u64 {
    let first = graph.start_task_id().expect("a first task");
    let mut session = Session::new_from_task(String::new(), first);
    session.context.set("n", start()).expect("JSON");
    graph.execute_session(&mut session).await.expect("a run");
    session.context.get("n").expect("a number")
}

/// A task that reads numbers from the context and sets a number.
struct Step<F> {
    id: String,
    sets: String,
    work: F,
}

#[async_trait]
impl<F: Fn(&Context) -> u64 + Send + Sync> Task for Step<F> {
    fn id(&self) -> &str {
        &self.id
    }

    async fn run(&self, context: Context) -> Result<TaskResult> {
        context.set(self.sets.as_str(), (self.work)(&context))?;
        Ok(TaskResult::move_to_next_direct())
    }
}

fn step(id: &str, sets: &str, work: impl Fn(&Context) -> u64 + Send + Sync + 'static) -> Arc<dyn Task> {
    Arc::new(Step { id: id.to_owned(), sets: sets.to_owned(), work })
}

fn get(context: &Context, name: &str) -> u64 {
    context.get(name).expect("a number")
}

fn sequence() -> Graph {
    let ids = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let tasks = ids.into_iter().map(|id| step(id, "n", |context| inc(get(context, "n"))));
    let graph = tasks.fold(GraphBuilder::new("sequence"), GraphBuilder::add_task);
    let edges = ids.windows(2);
    edges.fold(graph, |graph, pair| graph.add_edge(pair[0], pair[1])).build().expect("a graph")
}

fn fan_out() -> Graph {
    let names: Vec<String> = (0..BRANCHES).map(|i| i.to_string()).collect();
    let branches = (0..BRANCHES).zip(&names).map(|(i, name)| step(name, name, move |all| add(get(all, "n"), i)));
    let fan = FanOutTask::new("fan", branches.collect()).with_next_action(NextAction::ContinueAndExecute);
    let join = step("join", "n", move |all| names.iter().map(|name| get(all, name)).sum());
    GraphBuilder::new("fan-out").add_task(fan).add_task(join).add_edge("fan", "join").build().expect("a graph")
}

fn diamond() -> Graph {
    let branches = vec![
        step("b", "b", |context| double(get(context, "n"))),
        step("c", "c", |context| plus_five(get(context, "n"))),
    ];
    GraphBuilder::new("diamond")
        .add_task(step("a", "n", |context| inc(get(context, "n"))))
        .add_task(FanOutTask::new("fan", branches).with_next_action(NextAction::ContinueAndExecute))
        .add_task(step("d", "n", |context| add(get(context, "b"), get(context, "c"))))
        .add_edge("a", "fan")
        .add_edge("fan", "d")
        .build()
        .expect("a graph")
}
