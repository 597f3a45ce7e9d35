include!("../../tasks.rs");

pipeline! {
    fn all(path: String) -> [text] { load >> repeat(maximum = 3) { shout } until(text.len() > 3) }
}

fn main() {}
