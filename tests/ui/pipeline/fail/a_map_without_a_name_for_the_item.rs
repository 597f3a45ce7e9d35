include!("../../tasks.rs");

pipeline! {
    fn all(paths: Vec<String>) { map(paths) { load } }
}

fn main() {}
