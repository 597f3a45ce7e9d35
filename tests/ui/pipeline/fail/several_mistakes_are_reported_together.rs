include!("../../tasks.rs");

pipeline! {
    fn all(paht: String) -> [wrods] { load >> count_words }
}

fn main() {}
