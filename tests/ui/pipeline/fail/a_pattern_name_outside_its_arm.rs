include!("../../tasks.rs");

pipeline! {
    fn all(found: Option<String>) { match found { Some(text) => count_words, None => {} } >> shout }
}

fn main() {}
