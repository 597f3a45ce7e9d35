use runnable::prelude::*;

#[task(spawn = true)]
async fn wait() {}

fn main() {}
