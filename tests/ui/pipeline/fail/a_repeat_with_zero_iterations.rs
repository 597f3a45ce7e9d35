include!("../../tasks.rs");

pipeline! {
    fn all(path: String) -> [text] { load >> repeat(max = 0) { shout } until(text.len() > 3) }
}

fn main() {}
