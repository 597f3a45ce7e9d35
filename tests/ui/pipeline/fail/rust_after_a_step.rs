include!("../../tasks.rs");

pipeline! {
    fn tried(path: String) { load? >> count_words }
}

pipeline! {
    fn awaited(path: String) { load.await >> count_words }
}

pipeline! {
    fn retried(path: String) { load.retry(3) >> count_words }
}

pipeline! {
    fn ended(path: String) { load; count_words }
}

pipeline! {
    fn bound(path: String) { let text = load >> count_words }
}

pipeline! {
    fn raced(path: String) { select { load, load } }
}

pipeline! {
    fn joined(path: String) { join { load, load } }
}

fn main() {}
