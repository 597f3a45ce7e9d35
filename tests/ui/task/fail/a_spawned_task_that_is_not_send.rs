use runnable::prelude::*;

#[task(spawn)]
async fn wait(shared: std::rc::Rc<u32>) {
    drop(shared);
}

fn main() {}
