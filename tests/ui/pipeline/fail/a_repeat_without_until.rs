include!("../../tasks.rs");

pipeline! {
    fn all(path: String) -> [text] { load >> repeat(max = 3) { shout } }
}

fn main() {}
