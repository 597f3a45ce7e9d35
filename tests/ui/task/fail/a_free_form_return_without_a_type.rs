use runnable::prelude::*;

#[task(returns = [text])]
fn generate() -> impl Stream<Item = DynEvent> {
    stream! { yield DynEvent::done().with("text", "") }
}

fn main() {}
