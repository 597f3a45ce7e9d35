include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load >> }
}

fn main() {}
