include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { map((path.split(',').map(String::from)) as text) { count_words } -> [text] }
}

fn main() {}
