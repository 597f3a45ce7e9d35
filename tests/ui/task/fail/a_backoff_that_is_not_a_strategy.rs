use runnable::prelude::*;
use std::time::Duration;

#[task(returns = [text], retry(3, backoff = Duration::from_millis(200)))]
async fn read(path: String) -> std::io::Result<String> {
    Ok(path)
}

fn main() {}
