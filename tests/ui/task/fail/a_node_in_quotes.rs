use runnable::prelude::*;

#[task(node = "Wait")]
async fn wait() {}

fn main() {}
