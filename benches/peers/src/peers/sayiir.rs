//! `sayiir`: a durable workflow engine, here with in-process execution without storage and its
//! faster codec.
//!
//! Its `InProcessRunner` drops the output, so the underlying function is called. It has no events
//! for a reader.
use crate::measure::{Contestant, reused};
use crate::work::*;
use sayiir_runtime::execute_continuation_async;
use sayiir_runtime::prelude::*;
use std::sync::Arc;

const IT: (&str, &str) = ("sayiir-runtime", "");

pub fn all() -> Vec<Contestant> {
    vec![
        reused(IT, Work::Sequence, sequence, run),
        reused(IT, Work::FanOut, fan_out, run),
        reused(IT, Work::Diamond, diamond, run),
    ]
}

type Flow = Workflow<RkyvCodec, u64, ()>;

async fn run(flow: &Flow) -> u64 {
    let codec = flow.codec();
    let input = codec.encode(&start()).expect("bytes");
    let output = execute_continuation_async(flow.continuation(), input, codec).await.expect("a result");
    codec.decode(output).expect("a number")
}

fn context() -> WorkflowContext<RkyvCodec, ()> {
    WorkflowContext::new("peer", Arc::new(RkyvCodec), Arc::new(()))
}

fn sequence() -> Flow {
    let mut steps = WorkflowBuilder::new(context()).then("0", |n: u64| async move { Ok(inc(n)) });
    for id in ["1", "2", "3", "4", "5", "6", "7", "8", "9"] {
        steps = steps.then(id, |n: u64| async move { Ok(inc(n)) });
    }
    steps.build().expect("a workflow")
}

fn fan_out() -> Flow {
    let names: Arc<[String]> = (0..BRANCHES).map(|i| i.to_string()).collect();
    let joined = Arc::clone(&names);
    WorkflowBuilder::new(context())
        .branches(|branches| {
            for (i, name) in (0..BRANCHES).zip(&*names) {
                branches.add(name, move |n: u64| async move { Ok(add(n, i)) });
            }
        })
        .join("join", move |outputs| {
            let names = Arc::clone(&joined);
            async move { names.iter().map(|name| outputs.get_by_id::<u64>(name)).sum::<Result<u64, _>>() }
        })
        .build()
        .expect("a workflow")
}

fn diamond() -> Flow {
    WorkflowBuilder::new(context())
        .then("a", |n: u64| async move { Ok(inc(n)) })
        .branches(|branches| {
            branches.add("b", |n: u64| async move { Ok(double(n)) });
            branches.add("c", |n: u64| async move { Ok(plus_five(n)) });
        })
        .join("d", |outputs| async move { Ok(add(outputs.get_by_id("b")?, outputs.get_by_id("c")?)) })
        .build()
        .expect("a workflow")
}
