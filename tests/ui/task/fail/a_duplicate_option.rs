use runnable::prelude::*;

#[task(spawn, spawn)]
async fn wait() {}

fn main() {}
