include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load >> repeat(max = 3) until(text.is_empty()) { shout } }
}

fn main() {}
