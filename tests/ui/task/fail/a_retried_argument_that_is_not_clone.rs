use runnable::prelude::*;

struct Handle;

#[task(returns = [n], retry(3))]
async fn count(handle: Handle) -> Result<usize, std::io::Error> {
    drop(handle);
    Ok(1)
}

fn main() {}
