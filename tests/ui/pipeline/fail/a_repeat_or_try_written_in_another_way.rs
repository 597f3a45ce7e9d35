include!("../../tasks.rs");

pipeline! {
    fn number(text: String) { repeat(3) { shout } until(text.is_empty()) }
}

pipeline! {
    fn colon(text: String) { repeat(max: 3) { shout } until(text.is_empty()) }
}

pipeline! {
    fn typed_error(path: String) { try { load } else |error: runnable::Error| { again: load } }
}

fn main() {}
