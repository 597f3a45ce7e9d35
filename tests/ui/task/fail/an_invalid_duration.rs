use runnable::prelude::*;

#[task(timeout = "soon")]
async fn wait() {}

fn main() {}
