include!("../../tasks.rs");

struct Handle;

#[task(returns = [a])]
async fn consume(handle: Handle) -> usize {
    drop(handle);
    1
}

#[task(returns = [b])]
async fn archive(handle: Handle) -> usize {
    drop(handle);
    1
}

pipeline! {
    fn all(handle: Handle) { parallel { consume, archive } }
}

fn main() {}
