include!("../../tasks.rs");

pipeline! {
    fn all(path: String) -> String { load }
}

fn main() {}
