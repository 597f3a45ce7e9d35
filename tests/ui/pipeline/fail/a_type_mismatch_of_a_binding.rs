include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { count_words(text = 1) }
}

fn main() {}
