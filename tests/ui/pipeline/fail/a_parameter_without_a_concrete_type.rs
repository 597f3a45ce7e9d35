include!("../../tasks.rs");

pipeline! {
    fn all(path: impl Into<String>) { load }
}

pipeline! {
    fn nested(paths: Vec<impl Into<String>>) { map(paths as path) { load } }
}

fn main() {}
