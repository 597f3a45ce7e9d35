include!("../../tasks.rs");

pipeline! {
    fn all(path: String, count: usize) { load >> if count { shout } }
}

fn main() {}
