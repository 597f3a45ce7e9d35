include!("../../tasks.rs");

pipeline! {
    fn of_a_step(path: String) { load -> [text as a, text as b] }
    fn of_a_parallel(path: String) { load >> parallel { count_words, split } -> [words as a, items as a] }
    fn of_a_group(path: String) { { load >> count_words } -> [words as a, text as a] }
    fn of_a_pipeline(path: String) -> [text, words as text] { load >> count_words }
}

fn main() {}
