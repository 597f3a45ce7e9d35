include!("../../tasks.rs");

struct Handle;

#[task(returns = [handle])]
async fn open() -> Handle {
    Handle
}

#[task(returns = [a])]
async fn consume(handle: Handle) -> usize {
    drop(handle);
    1
}

pipeline! {
    fn all() -> [handle] { open >> consume }
}

fn main() {}
