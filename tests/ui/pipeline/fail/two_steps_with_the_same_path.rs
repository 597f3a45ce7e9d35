include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load >> shout >> shout }
}

fn main() {}
