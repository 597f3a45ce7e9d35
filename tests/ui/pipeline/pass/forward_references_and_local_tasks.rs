use runnable::prelude::*;


pipeline! {
    fn outer(n: u32) { inner }
}

pipeline! {
    fn inner(n: u32) { later }
}

#[task(returns = [m])]
async fn later(n: u32) -> u32 {
    n
}

pub async fn local() -> runnable::Result<u32> {
    #[task(returns = [k])]
    async fn here(m: u32) -> u32 {
        m + 1
    }
    Ok(pipeline!(outer(n = 1) >> here).execute().await?.k)
}

fn main() {}
