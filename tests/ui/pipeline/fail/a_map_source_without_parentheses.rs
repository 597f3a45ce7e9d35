include!("../../tasks.rs");

pipeline! {
    fn all(paths: Vec<String>) { map(paths.into_iter().rev() as path) { load } }
}

fn main() {}
