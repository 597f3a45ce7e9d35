use runnable::prelude::*;

// Stands for `#[tokio::main]`, which expands first, and leaves a plain function.
#[task]
fn main() {}
