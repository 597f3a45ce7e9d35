//! `lc-core`, the core of `langchainrust`: steps behind `dyn`, values in `Box<dyn Any>` between
//! them.
use crate::measure::{Contestant, reused};
use crate::work::*;
use ::lc_core::runnables::{LcelError, Runnable, RunnableConfig, RunnableExt, RunnableParallel, RunnableSequence};
use async_trait::async_trait;
use futures::{Stream, StreamExt};
use serde_json::Value;
use std::collections::HashMap;
use std::pin::Pin;

const IT: (&str, &str) = ("lc-core", "");

pub fn all() -> Vec<Contestant> {
    vec![
        reused(IT, Work::Sequence, sequence, run),
        reused(
            ("lc-core", "`batch`"),
            Work::FanOut,
            || Step(add_pair),
            async |step| {
                let n = start();
                let inputs = (0..BRANCHES).map(|i| (n, i)).collect();
                step.batch(inputs, None).await.expect("results").into_iter().sum()
            },
        ),
        reused(("lc-core", "`RunnableParallel`"), Work::FanOut, fan_out, run),
        reused(IT, Work::Diamond, diamond, run),
        reused(("lc-core", "a sequence of one step"), Work::Events, || Ticks.into_sequence(), read),
        reused(("lc-core", "the step alone"), Work::Events, || Ticks, read),
    ]
}

async fn run(steps: &RunnableSequence<u64, u64>) -> u64 {
    steps.invoke(start(), None).await.expect("a result")
}

/// A step of one function.
struct Step<F>(F);

#[async_trait]
impl<I: Send + Sync + 'static, F: Fn(I) -> u64 + Send + Sync> Runnable<I, u64> for Step<F> {
    type Error = LcelError;

    async fn invoke(&self, input: I, _: Option<RunnableConfig>) -> Result<u64, LcelError> {
        Ok((self.0)(input))
    }
}

fn add_pair((n, i): (u64, u64)) -> u64 {
    add(n, i)
}

fn sequence() -> RunnableSequence<u64, u64> {
    let first = Step(inc).into_sequence();
    (1..STEPS).fold(first, |steps, _| steps.pipe(Step(inc)))
}

fn fan_out() -> RunnableSequence<u64, u64> {
    let branches = (0..BRANCHES)
        .fold(RunnableParallel::new(), |branches, i| branches.with(&i.to_string(), Step(move |n: u64| add(n, i))));
    branches.pipe(Step(|outputs: HashMap<String, Value>| outputs.values().filter_map(Value::as_u64).sum()))
}

fn diamond() -> RunnableSequence<u64, u64> {
    let both = RunnableParallel::new().with("b", Step(double)).with("c", Step(plus_five));
    Step(inc).pipe(both).pipe(Step(|outputs: HashMap<String, Value>| {
        let number = |name| outputs[name].as_u64().expect("a number");
        add(number("b"), number("c"))
    }))
}

struct Ticks;

type Items = Pin<Box<dyn Stream<Item = Result<Tick, LcelError>> + Send>>;

#[async_trait]
impl Runnable<(), Tick> for Ticks {
    type Error = LcelError;

    async fn invoke(&self, (): (), _: Option<RunnableConfig>) -> Result<Tick, LcelError> {
        Ok(Tick::new(EVENTS))
    }

    async fn stream(&self, (): (), _: Option<RunnableConfig>) -> Result<Items, LcelError> {
        Ok(Box::pin(async_stream::stream! { for n in 0..EVENTS { yield Ok(Tick::new(n)); } }))
    }
}

async fn read(steps: &impl Runnable<(), Tick, Error = LcelError>) -> u64 {
    let mut items = steps.stream((), None).await.expect("a stream");
    let mut sum = 0;
    while let Some(item) = items.next().await {
        sum += item.expect("an item").read();
    }
    sum
}
