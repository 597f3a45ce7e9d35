use runnable::prelude::*;

fn main() {
    let _ = stream! {
        let n: u32 = "1".parse()?;
        yield n;
    };
}
