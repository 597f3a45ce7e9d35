//! The example serves for ever: it is compiled, not run.
#[allow(dead_code)]
#[path = "../../../../examples/sse.rs"]
mod sse;

fn main() {}
