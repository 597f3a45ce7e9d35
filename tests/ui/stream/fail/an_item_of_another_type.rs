use runnable::prelude::*;

fn numbers() -> impl Stream<Item = u32> {
    stream! {
        yield 1;
        yield "two";
    }
}

fn main() {
    let _ = numbers();
}
