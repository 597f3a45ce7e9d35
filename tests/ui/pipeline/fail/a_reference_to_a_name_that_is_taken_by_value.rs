include!("../../tasks.rs");

pipeline! {
    fn all(prompt: String) { shout(text = &prompt) }
}

// A task that borrows the value takes the reference.
pipeline! {
    fn borrowed(prompt: String) { count_words(text = &prompt) }
}

fn main() {
    drop(borrowed(String::new()));
}
