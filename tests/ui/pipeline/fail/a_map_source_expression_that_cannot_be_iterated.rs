include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { map((path.len()) as text) { shout } }
}

fn main() {}
