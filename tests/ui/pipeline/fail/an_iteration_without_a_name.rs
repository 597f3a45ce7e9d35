include!("../../tasks.rs");

pipeline! {
    fn bare(path: String) { load >> repeat(max = 3, index) { shout } until(text.is_empty()) }
}

pipeline! {
    fn equals(path: String) { load >> repeat(max = 3, index = turn) { shout } until(text.is_empty()) }
}

fn main() {}
