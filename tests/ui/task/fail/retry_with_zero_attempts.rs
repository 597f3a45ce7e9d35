use runnable::prelude::*;

#[task(retry(0))]
async fn wait() -> Result<(), std::io::Error> {
    Ok(())
}

fn main() {}
