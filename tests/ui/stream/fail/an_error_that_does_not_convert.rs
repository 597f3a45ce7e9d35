use runnable::prelude::*;

#[derive(Debug)]
struct Failed;

fn numbers(text: &str) -> impl Stream<Item = Result<u32, Failed>> {
    try_stream! {
        yield text.parse()?;
    }
}

fn main() {
    let _ = numbers("1");
}
