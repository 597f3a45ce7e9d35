include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { {} >> named: { load >> { count_words } } >> {} }
}

pipeline! {
    fn empty(path: String) {}
}

pipeline! {
    fn gives_what_it_takes(path: String) -> [path] {}
}

fn main() {}
