include!("../../tasks.rs");

#[task(returns = [n])]
async fn measure(texts: &str) -> usize {
    texts.len()
}

pipeline! {
    fn all(path: String) { load >> measure }
}

fn main() {}
