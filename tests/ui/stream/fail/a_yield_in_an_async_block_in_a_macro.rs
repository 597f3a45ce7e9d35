use runnable::prelude::*;

fn main() {
    let _ = stream! {
        yield 0;
        tokio::join!(async { yield 1 }, async {});
    };
}
