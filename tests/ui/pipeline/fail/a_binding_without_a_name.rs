include!("../../tasks.rs");

pipeline! {
    fn literal() { load("a.txt") }
}

pipeline! {
    fn call(path: String) { count_words(load(path)) }
}

pipeline! {
    fn colon(path: String) { load(path: path) }
}

fn main() {}
