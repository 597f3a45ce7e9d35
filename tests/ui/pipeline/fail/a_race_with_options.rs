include!("../../tasks.rs");

pipeline! {
    fn winners(text: String) -> [words] { race(1) { count_words, guess_words } }
}

pipeline! {
    fn listed(text: String) -> [words] { race(count_words, guess_words) }
}

fn main() {}
