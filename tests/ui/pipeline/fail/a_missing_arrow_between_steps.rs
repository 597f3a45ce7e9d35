include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load count_words }
}

fn main() {}
