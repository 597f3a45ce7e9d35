include!("../../tasks.rs");

pipeline! {
    fn all(number: u32) { map(number as text) { count_words } }
}

fn main() {}
