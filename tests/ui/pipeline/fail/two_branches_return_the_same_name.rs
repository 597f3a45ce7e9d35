include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load >> parallel { count_words, guess_words } }
}

fn main() {}
