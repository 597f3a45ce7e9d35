use runnable::prelude::*;

fn main() {
    let _ = stream! {
        yield 0;
        [1, 2].iter().for_each(|n| yield *n);
    };
}
