use runnable::prelude::*;

#[task(retry(3, bakoff = "1s"))]
async fn wait() -> Result<(), std::io::Error> {
    Ok(())
}

fn main() {}
