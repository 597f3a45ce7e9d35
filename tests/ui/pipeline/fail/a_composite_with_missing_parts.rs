include!("../../tasks.rs");

pipeline! {
    fn each(paths: Vec<String>) { map { load } }
}

pipeline! {
    fn again(path: String) { load >> repeat { shout } until(text.is_empty()) }
}

pipeline! {
    fn both(path: String) { load >> parallel [count_words, shout] }
}

fn main() {}
