//! A thousand events from a step to the reader.
use super::*;
use futures::{StreamExt, stream::select_all};
use std::pin::pin;
use tokio::sync::mpsc;

/// The number of events that each workload delivers.
pub const EVENTS: u64 = 1000;

/// An event as large as a token of a language model with some data.
#[derive(Debug, Clone, TaskEvent)]
pub enum Tick {
    Tick { n: u64, token: [u8; 16] },
    Done { last: u64 },
}

impl Tick {
    fn new(n: u64) -> Self {
        Self::Tick { n: black_box(n), token: *b"token-of-16-byte" }
    }
}

/// A stream of `count` events and its end.
#[task(returns = [last])]
pub fn ticks(count: u64) -> impl Stream<Item = Tick> {
    stream! {
        for n in 0..count { yield Tick::new(n); }
        yield Tick::Done { last: count };
    }
}

/// The same stream without this crate.
fn bare(count: u64) -> impl Stream<Item = Tick> {
    async_stream::stream! {
        for n in 0..count { yield Tick::new(n); }
        yield Tick::Done { last: count };
    }
}

#[task(returns = [last])]
async fn emits(count: u64, events: Emitter<Tick>) -> u64 {
    for n in 0..count {
        events.emit(Tick::new(n)).await;
    }
    count
}

pipeline! { pub fn level_1(count: u64) -> [last] { ticks } }
pipeline! { fn level_2(count: u64) -> [last] { level_1 } }
pipeline! { pub fn level_3(count: u64) -> [last] { level_2 } }
pipeline! { fn level_4(count: u64) -> [last] { level_3 } }
pipeline! { fn level_5(count: u64) -> [last] { level_4 } }
pipeline! { fn level_6(count: u64) -> [last] { level_5 } }
pipeline! { fn level_7(count: u64) -> [last] { level_6 } }
pipeline! { pub fn level_8(count: u64) -> [last] { level_7 } }
pipeline! { fn emitted(count: u64) -> [last] { emits } }
pipeline! { fn producers(counts: Vec<u64>) -> [last] { map(counts as count) { ticks } } }

async fn drain(stream: impl Stream<Item = Tick>) {
    let mut stream = pin!(stream);
    while let Some(event) = stream.next().await {
        black_box(&event);
    }
}

fn layer(inner: impl Stream<Item = Tick>) -> impl Stream<Item = Tick> {
    async_stream::stream! {
        let mut inner = pin!(inner);
        while let Some(event) = inner.next().await { yield event; }
    }
}

/// The limit: a bare `stream!`.
pub async fn stream_0() {
    drain(bare(EVENTS)).await;
}

/// By hand, with this crate's `stream!`.
pub async fn stream_of_ours() {
    drain(ticks(EVENTS)).await;
}

/// By hand: a `stream!` forwarded by another `stream!`.
pub async fn stream_1() {
    drain(layer(bare(EVENTS))).await;
}

/// By hand: a `stream!` forwarded three times.
pub async fn stream_3() {
    drain(layer(layer(layer(bare(EVENTS))))).await;
}

/// By hand: through a channel, read live.
pub async fn channel() {
    let (sender, mut events) = mpsc::channel(1);
    let work = async move {
        for n in 0..EVENTS {
            sender.send(Tick::new(n)).await.ok()?;
        }
        Some(())
    };
    let read = async {
        while let Some(event) = events.recv().await {
            black_box(&event);
        }
    };
    tokio::join!(work, read);
}

/// From a step of the run.
pub async fn depth_1() {
    read(level_1(EVENTS).execute_streaming()).await;
}

/// From a step three levels down.
pub async fn depth_3() {
    read(level_3(EVENTS).execute_streaming()).await;
}

/// From a step eight levels down.
pub async fn depth_8() {
    read(level_8(EVENTS).execute_streaming()).await;
}

/// From a step that is not a stream.
pub async fn emitter() {
    read(emitted(EVENTS).execute_streaming()).await;
}

/// The limit: a hundred streams of ten events merged.
pub async fn merged_by_hand() {
    drain(select_all((0..100).map(|_| Box::pin(bare(EVENTS / 100))))).await;
}

/// A hundred streams of ten events merged.
pub async fn merged() {
    read(producers(vec![EVENTS / 100; 100]).execute_streaming()).await;
}
