use runnable::prelude::*;

struct Failed;

#[task]
async fn wait() -> Result<(), Failed> {
    Err(Failed)
}

fn main() {}
