include!("../../tasks.rs");

pipeline! {
    fn all(path: String) -> [text] { load >> repeat(index as turn) { shout } until(text.len() > 3) }
}

fn main() {}
