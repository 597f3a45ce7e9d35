include!("../../tasks.rs");

pipeline! {
    /// The first.
    #[allow(missing_docs)]
    pub fn first(path: String) { load }
    pub(crate) fn second(path: String) { first >> count_words }
    fn third(path: &str) -> [words] { count_words(text = path) }
}

fn main() {
    drop((first(String::new()), second(String::new()), third("")));
}
