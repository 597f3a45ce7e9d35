include!("../../tasks.rs");

pipeline! {
    fn braces(path: String, others: Vec<String>,) -> [words, lengths] {
        first: load
            >> parallel { count: count_words, parts: { split } }
            >> map(others as text, limit = 2,) { guess_words -> [words as lengths] }
    }
}

pipeline! {
    fn angles(path: String, others: Vec<String>) -> [w] {
        load >> parallel<count_words, split> -> [items] >> map(items as text)<guess_words -> [words as w]>
    }
}

pipeline! {
    fn races(path: String, text: String) -> [words] {
        race { count_words, guessed: race { guess_words, all: load >> count_words }, named: count_words } -> [words]
    }
}

pipeline! {
    fn bound(path: String) { load >> {} >> shout(text = format!("{text}!")) >> again: shout(text) }
}

fn main() {}
