use runnable::prelude::*;

#[task(idle_timeout = "3s")]
async fn wait() {}

fn main() {}
