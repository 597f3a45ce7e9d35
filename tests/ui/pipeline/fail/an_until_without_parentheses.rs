include!("../../tasks.rs");

pipeline! {
    fn all(path: String) { load >> repeat(max = 3) { shout } until text.is_empty() }
}

fn main() {}
