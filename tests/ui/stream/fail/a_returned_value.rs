use runnable::prelude::*;

fn main() {
    let _ = stream! {
        yield 1;
        return 2;
    };
}
