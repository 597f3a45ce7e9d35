include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { shout(text = path, text = "again".to_owned()) }
}

fn main() {}
