include!("../../tasks.rs");

pipeline! {
    fn braces(path: String, others: Vec<String>,) -> [words, lengths,] {
        load(path,)
            >> parallel { count: count_words, parts: { split, }, } -> [words, items,]
            >> map(others as text, limit = 2,) { guess_words -> [words as lengths,], }
    }
}

pipeline! {
    fn angles(path: String) -> [lengths,] {
        load >> parallel<count_words, split,> >> map(items as text,)<guess_words -> [words as lengths,],>
    }
}

#[task(returns = [a, b,], name = "pair", timeout = "1s",)]
async fn pair() -> (u32, u32) {
    (1, 2)
}

fn main() {}
