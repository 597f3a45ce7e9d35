include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load >> else { shout } }
}

fn main() {}
