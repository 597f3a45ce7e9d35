include!("../../tasks.rs");

pipeline! {
    fn all(paths: Vec<String>) { map(&paths as path) { load } }
}

fn main() {}
