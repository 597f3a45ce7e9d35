include!("../../tasks.rs");

#[task(returns = [n])]
async fn measure(words: &str) -> usize {
    words.len()
}

pipeline! {
    fn all(path: String) { load >> count_words >> measure }
}

fn main() {}
