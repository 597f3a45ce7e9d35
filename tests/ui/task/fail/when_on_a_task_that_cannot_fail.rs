use runnable::prelude::*;

#[task(retry(3, when = |_| true))]
async fn wait() {}

fn main() {}
