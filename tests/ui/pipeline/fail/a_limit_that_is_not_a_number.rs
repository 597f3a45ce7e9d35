include!("../../tasks.rs");

pipeline! {
    fn all(paths: Vec<String>) { map(paths as path, limit = "two") { load } }
}

fn main() {}
