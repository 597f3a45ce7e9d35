include!("../../tasks.rs");

pipeline! {
    fn inner(path: String) { load >> count_words }
}

pipeline! {
    fn outer(path: u32) { inner }
}

fn main() {}
