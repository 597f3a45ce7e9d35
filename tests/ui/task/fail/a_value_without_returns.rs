use runnable::prelude::*;

#[task]
async fn count() -> usize {
    1
}

fn main() {}
