use runnable::prelude::*;

#[task]
fn generate() -> impl Stream {
    stream! { yield DynEvent::done() }
}

fn main() {}
