include!("../../tasks.rs");

pipeline! {
    fn inner(path: String) -> [words] { load >> count_words }
}

pipeline! {
    fn all(paths: Vec<String>, groups: Vec<Vec<String>>) {
        parallel {
            one: map(paths as path, limit = 2) { parallel { inner, other: load } } -> [words as a, text as b],
            two: map(groups as paths) { map(paths as path) { inner -> [words as c] } },
            three: { parallel { x: inner(path = String::new()) -> [words as d], y: { {} } } },
        }
    }
}

fn main() {}
