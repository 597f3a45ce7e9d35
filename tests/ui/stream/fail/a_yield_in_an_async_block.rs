use runnable::prelude::*;

fn main() {
    let _ = stream! {
        yield 0;
        async move { yield 1 }.await;
    };
}
