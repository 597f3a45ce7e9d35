include!("../../tasks.rs");

#[task(returns = [n])]
async fn measure(words: &str) -> usize {
    words.len()
}

pipeline! {
    fn all(paths: Vec<String>) { map(paths as path) { load >> count_words >> measure } }
}

fn main() {}
