use runnable::prelude::*;

#[task]
async fn pair() -> (u32, u32) {
    (1, 2)
}

fn main() {}
