use runnable::prelude::*;

struct Handle;

#[task(returns = [handles])]
async fn open() -> Vec<Handle> {
    vec![Handle]
}

#[task(returns = [count])]
async fn consume(handles: Vec<Handle>) -> usize {
    handles.len()
}

#[task(returns = [rest])]
async fn archive(handles: Vec<Handle>) -> usize {
    handles.len()
}

pipeline! {
    fn all() { open >> consume >> archive }
}

fn main() {}
