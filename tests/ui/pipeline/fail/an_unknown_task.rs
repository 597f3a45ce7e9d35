include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { laod }
}

fn main() {}
