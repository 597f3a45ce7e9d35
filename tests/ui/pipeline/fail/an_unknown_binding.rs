include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { shout(txet = path) }
}

fn main() {}
