include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load >> match text.len() { 0 -> shout, _ => {} } }
}

fn main() {}
