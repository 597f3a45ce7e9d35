use runnable::prelude::*;

#[task]
async fn generate() -> impl Stream<Item = DynEvent> {
    stream! { yield DynEvent::done() }
}

fn main() {}
