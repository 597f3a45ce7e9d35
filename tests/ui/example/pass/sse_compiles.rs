//! The example serves forever, so it is compiled but not run.
#[allow(dead_code)]
#[path = "../../../../examples/sse.rs"]
mod sse;

fn main() {}
