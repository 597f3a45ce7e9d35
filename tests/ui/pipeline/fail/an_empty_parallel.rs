include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load >> parallel {} }
}

fn main() {}
