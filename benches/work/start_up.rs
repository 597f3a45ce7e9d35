//! A run of one task.
use super::*;
use tokio::sync::mpsc;

/// The limit: an await.
pub async fn by_hand() {
    black_box(inc(black_box(1)).await);
}

/// A run of one task.
pub async fn execute() {
    black_box(Inc { n: black_box(1) }.execute().await.is_ok());
}

/// A run of one task whose four events are read.
pub async fn events_read() {
    read(Inc { n: black_box(1) }.execute_streaming()).await;
}

/// By hand: a boxed future and a channel, with four events read live.
pub async fn channel_read() {
    let (sender, mut events) = mpsc::channel(1);
    let work = Box::pin(async move {
        sender.send(0).await.ok()?;
        sender.send(1).await.ok()?;
        let n = inc(black_box(1)).await;
        sender.send(2).await.ok()?;
        sender.send(3).await.ok()?;
        Some(n)
    });
    let read = async {
        while let Some(event) = events.recv().await {
            black_box::<u64>(event);
        }
    };
    black_box(tokio::join!(work, read));
}
