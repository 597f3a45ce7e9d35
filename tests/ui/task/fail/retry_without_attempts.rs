use runnable::prelude::*;

#[task(retry())]
async fn wait() -> Result<(), std::io::Error> {
    Ok(())
}

#[task(retry = 3)]
async fn sleep() -> Result<(), std::io::Error> {
    Ok(())
}

fn main() {}
