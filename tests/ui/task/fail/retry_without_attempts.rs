use runnable::prelude::*;

#[task(retry)]
async fn wait() -> Result<(), std::io::Error> {
    Ok(())
}

fn main() {}
