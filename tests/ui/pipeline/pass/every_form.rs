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
    fn limits(path: String, text: String, limit: std::time::Duration) -> [words] {
        #[timeout("30s")] { first: load -> [text as other] } >> #[timeout(limit)] quickly: race { count_words, guess_words }
            >> parallel { #[timeout("1m 30s")] guess_words -> [words as some], two: #[timeout(limit * 2)] split -> [] }
            >> #[timeout(limit)] count_words
    }
}

pipeline! {
    fn retries(path: String, text: String, limit: std::time::Duration) -> [words] {
        #[retry(3)] { first: load -> [text as other] } >> #[retry] quickly: race { count_words, guess_words }
            >> parallel { #[retry(2, when = |_| true)] guess_words -> [words as some], two: #[retry(2, backoff = "1s")] split -> [] }
            >> #[retry(2)] #[timeout(limit)] count_words
    }
}

pipeline! {
    fn bound(path: String) { load >> {} >> shout(text = format!("{text}!")) >> again: shout(text) }
}

fn main() {}
