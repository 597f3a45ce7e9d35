use runnable::prelude::*;

#[task(returns = [sum])]
async fn add(left: u32, #[cfg(unix)] right: u32) -> u32 {
    left
}

fn main() {}
