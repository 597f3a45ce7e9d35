use runnable::prelude::*;
use std::time::Duration;

#[task(returns = [n], timeout = patience)]
async fn slow(patience: Duration) -> u128 {
    patience.as_millis()
}

#[task(returns = [n], timeout = Duration::from_secs(1), retry(3, backoff = pause.min(Duration::from_secs(1))))]
async fn again(pause: Duration) -> Result<u128, String> {
    Ok(pause.as_millis())
}

fn limit() -> Duration {
    Duration::from_secs(1)
}

// A function may have the name of a parameter.
#[task(returns = [n], timeout = limit())]
async fn fine(limit: u32) -> u32 {
    limit
}

fn main() {
    drop((Slow { patience: limit() }, Again { pause: limit() }, Fine { limit: 1 }));
}
