use runnable::prelude::*;

type Fallible<T> = Result<T, std::io::Error>;

#[task(returns = [text])]
async fn read(path: String) -> Fallible<String> {
    std::fs::read_to_string(path)
}

#[task(returns = [text], blocking, retry(3))]
fn block(path: String) -> Fallible<String> {
    std::fs::read_to_string(path)
}

mod formatted {
    use runnable::prelude::*;
    use std::fmt::Result;

    #[task(returns = [done])]
    pub async fn check() -> Result {
        Ok(())
    }
}

fn main() {}
