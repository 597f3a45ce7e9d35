use runnable::prelude::*;

#[task(returns = [n])]
async fn add(n: u32) -> u32 {
    n + 1
}

pipeline! {
    fn future(n: u32) -> [n] { add }
}

pipeline! {
    #[node = Iterator]
    fn walk(n: u32) -> [n] { add }
}

pipeline! {
    fn node(n: u32) -> [n] { add }
}

pipeline! {
    fn u8(n: u32) -> [n] { add }
}

fn main() {
    let all: Vec<u8> = [1, 2].into_iter().collect();
    println!("{all:?}");
}
