include!("../../tasks.rs");

use std::time::Duration;

#[task(returns = [patience])]
async fn plan(text: &str) -> Duration {
    Duration::from_millis(text.len() as u64)
}

pipeline! {
    fn group(text: String) -> [words] { #[timeout(patience)] { plan >> count_words } }
}

pipeline! {
    fn step(text: String) { #[timeout(patience * 2)] plan }
}

// A name from before is meant.
pipeline! {
    fn fine(text: String) { plan >> #[timeout(*patience)] { again: plan } }
}

fn main() {}
