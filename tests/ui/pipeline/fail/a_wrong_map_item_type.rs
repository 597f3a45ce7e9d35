include!("../../tasks.rs");

pipeline! {
    fn all(numbers: Vec<u32>) { map(numbers as text) { count_words } }
}

fn main() {}
