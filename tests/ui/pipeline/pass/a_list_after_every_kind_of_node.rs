include!("../../tasks.rs");

pipeline! {
    fn all(path: String, others: Vec<String>) -> [joined as result, b, c, lengths] {
        load -> [text as loaded]
            >> parallel { count_words(text = &loaded), split(text = loaded) } -> [words as a, items as b]
            >> map(b as text) { guess_words } -> [words as lengths]
            >> { shout(text = a.to_string()) >> length: count_words } -> [text as joined, words as c]
    }
}

pipeline! {
    fn narrowed(path: String) { load >> parallel { count_words, split } -> [items] }
}

pipeline! {
    fn nothing(path: String) -> [] { load >> count_words -> [] }
}

fn main() {
    let outer = pipeline!(all(path = String::new(), others = vec![]) -> [result, lengths as sizes]);
    drop(outer);
}
