include!("../../tasks.rs");

pipeline! {
    fn all(path: String) -> [text] { load >> repeat(max = 3) { shout >> count_words } until(wrods > 3) -> [text, words] }
}

fn main() {}
