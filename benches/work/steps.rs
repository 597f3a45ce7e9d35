//! Sequences of steps.
use super::*;
use std::pin::Pin;
use tokio::sync::mpsc;

pipeline! {
    pub fn chain_5(n: u64) -> [n] { a: inc >> b: inc >> c: inc >> d: inc >> e: inc }
}
names! { 10: chain! chain_10 = inc }
names! { 100: chain! chain_100 = inc }

async fn awaits(steps: u64) -> u64 {
    let mut n = black_box(1);
    for _ in 0..steps {
        n = inc(n).await;
    }
    n
}

/// The limit: five awaits.
pub async fn by_hand_5() {
    black_box(awaits(5).await);
}

/// The limit: a hundred awaits.
pub async fn by_hand_100() {
    black_box(awaits(100).await);
}

/// A run without events.
pub async fn execute_5() {
    black_box(chain_5(black_box(1)).execute().await.is_ok());
}

/// A run without events.
pub async fn execute_100() {
    black_box(chain_100(black_box(1)).execute().await.is_ok());
}

/// A run whose events are read, two per step.
pub async fn events_read_100() {
    read(chain_100(black_box(1)).execute_streaming()).await;
}

/// A run whose events are created and dropped without a reader.
pub async fn events_unread_100() {
    black_box(chain_100(black_box(1)).execute_streaming().output().await.is_ok());
}

enum Told {
    Started(u64),
    Finished(u64),
}

/// By hand: boxed steps with two events each, read live from a channel.
pub async fn channel_read_100() {
    let (sender, mut events) = mpsc::channel(1);
    let work = async move {
        let mut n = black_box(1);
        for step in 0..100 {
            sender.send(Told::Started(step)).await.ok()?;
            let work: Pin<Box<dyn Future<Output = u64> + Send>> = Box::pin(inc(n));
            n = work.await;
            sender.send(Told::Finished(step)).await.ok()?;
        }
        Some(n)
    };
    let read = async {
        while let Some(Told::Started(step) | Told::Finished(step)) = events.recv().await {
            black_box(step);
        }
    };
    black_box(tokio::join!(work, read));
}
