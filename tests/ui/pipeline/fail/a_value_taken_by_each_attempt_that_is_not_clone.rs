include!("../../tasks.rs");

struct Handle;

#[task(returns = [handle])]
async fn open(path: &str) -> Handle {
    drop(path.len());
    Handle
}

#[task]
async fn consume(handle: Handle) -> Result<(), String> {
    drop(handle);
    Ok(())
}

pipeline! {
    fn all(path: String) { open >> #[retry(3)] consume }
}

fn main() {}
