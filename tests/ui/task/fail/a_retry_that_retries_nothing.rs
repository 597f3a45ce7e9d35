use runnable::prelude::*;

#[task(returns = [size], retry(1))]
async fn once(path: String) -> Result<usize, String> {
    Ok(path.len())
}

#[task(returns = [size], retry(3))]
async fn infallible(path: String) -> usize {
    path.len()
}

#[task(returns = [size], retry(3), timeout = "1s")]
async fn may_time_out(path: String) -> usize {
    path.len()
}

fn main() {}
