include!("../../tasks.rs");

pipeline! {
    fn inner(path: String) { load }
    fn outer(file: String) { inner }
}

fn main() {}
