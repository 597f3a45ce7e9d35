include!("../../tasks.rs");

pipeline! {
    fn all(path: String, path: String) { load }
}

fn main() {}
