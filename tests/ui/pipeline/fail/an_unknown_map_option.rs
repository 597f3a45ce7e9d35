include!("../../tasks.rs");

pipeline! {
    fn all(paths: Vec<String>) { map(paths as path, limti = 2) { load } }
}

fn main() {}
