use runnable::prelude::*;

#[task]
async fn tell(a: Emitter<DynEvent>, b: Emitter<DynEvent>) {
    drop((a, b));
}

fn main() {}
