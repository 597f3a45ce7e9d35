include!("../../tasks.rs");

pipeline! {
    fn all(paths: Vec<String>) { map(paths as path, limit = 2, limit = 3) { load } }
}

fn main() {}
