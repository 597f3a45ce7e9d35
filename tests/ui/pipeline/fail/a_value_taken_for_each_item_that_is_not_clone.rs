include!("../../tasks.rs");

struct Handle;

#[task(returns = [a])]
async fn consume(handle: Handle, n: u32) -> u32 {
    drop(handle);
    n
}

pipeline! {
    fn all(handle: Handle, numbers: Vec<u32>) { map(numbers as n) { consume } }
}

fn main() {}
