use runnable::prelude::*;

#[task(timeout = 30)]
async fn wait() {}

fn main() {}
