use runnable::prelude::*;

#[derive(Debug, Clone)]
pub struct Progress;

#[task]
async fn work(events: Emitter<Progress>) {
    events.emit(Progress).await;
}

#[task]
async fn speak(events: Emitter<String>) {
    events.emit("hello".to_owned()).await;
}

fn main() {}
