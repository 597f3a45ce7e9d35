//! `dagx`: typed tasks in a runner that spawns each layer of several tasks. It does not stream.
use crate::measure::{Contestant, once};
use crate::work::{self, Work, start};
use ::dagx::{DagRunner, Task, TaskHandle, task};

const IT: (&str, &str) = ("dagx", "");

pub fn all() -> Vec<Contestant> {
    vec![
        once(IT, Work::Sequence, sequence, run_to_one),
        once(IT, Work::FanOut, fan_out, async |(dag, branches)| {
            run(dag).await;
            branches.iter().map(|branch| dag.get(branch).expect("a value")).sum()
        }),
        once(IT, Work::Diamond, diamond, run_to_one),
    ]
}

type OneResult = (DagRunner, TaskHandle<u64>);

async fn run(dag: &DagRunner) {
    let spawn = |future| {
        tokio::spawn(future);
    };
    dag.run(spawn).await.expect("a run");
}

async fn run_to_one((dag, last): &mut OneResult) -> u64 {
    run(dag).await;
    dag.get(*last).expect("a value")
}

struct First(u64);

#[task]
impl First {
    async fn run(&self) -> u64 {
        work::inc(self.0)
    }
}

struct Inc;

#[task]
impl Inc {
    async fn run(n: &u64) -> u64 {
        work::inc(*n)
    }
}

struct Branch(u64, u64);

#[task]
impl Branch {
    async fn run(&self) -> u64 {
        work::add(self.0, self.1)
    }
}

struct Double;

#[task]
impl Double {
    async fn run(n: &u64) -> u64 {
        work::double(*n)
    }
}

struct PlusFive;

#[task]
impl PlusFive {
    async fn run(n: &u64) -> u64 {
        work::plus_five(*n)
    }
}

struct Both;

#[task]
impl Both {
    async fn run(b: &u64, c: &u64) -> u64 {
        work::add(*b, *c)
    }
}

fn sequence() -> OneResult {
    let dag = DagRunner::new();
    let mut last: TaskHandle<u64> = dag.add_task(First(start())).into();
    for _ in 1..work::STEPS {
        last = dag.add_task(Inc).depends_on(last);
    }
    (dag, last)
}

/// A task has at most eight inputs, so the hundred branches are joined by reading them, which is
/// cheaper than a tree.
fn fan_out() -> (DagRunner, Vec<TaskHandle<u64>>) {
    let dag = DagRunner::new();
    let n = start();
    let branches = (0..work::BRANCHES).map(|i| dag.add_task(Branch(n, i)).into()).collect();
    (dag, branches)
}

fn diamond() -> OneResult {
    let dag = DagRunner::new();
    let a: TaskHandle<u64> = dag.add_task(First(start())).into();
    let b = dag.add_task(Double).depends_on(a);
    let c = dag.add_task(PlusFive).depends_on(a);
    let d = dag.add_task(Both).depends_on((&b, &c));
    (dag, d)
}
