include!("../../tasks.rs");

struct Handle;

#[task(returns = [a])]
async fn consume(handle: Handle) -> usize {
    drop(handle);
    1
}

#[task(returns = [a])]
async fn nothing() -> usize {
    0
}

pipeline! {
    fn all(handles: Option<Handle>) -> [a] {
        match handles { Some(handle) => consume, None => nothing }
    }
}

fn main() {}
