use runnable::prelude::*;

#[task(returns = [text: String], stream_end = "step.finished")]
fn generate() -> impl Stream<Item = DynEvent> {
    stream! { yield DynEvent::done(); }
}

fn main() {}
