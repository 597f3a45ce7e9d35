include!("../../tasks.rs");

pipeline! {
    fn all(path: String) -> [text] { try { load } >> shout }
}

fn main() {}
