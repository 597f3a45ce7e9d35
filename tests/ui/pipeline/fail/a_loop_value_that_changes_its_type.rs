include!("../../tasks.rs");
include!("../../flow.rs");

pipeline! {
    fn all(path: String) -> [text] { load >> repeat(max = 3) { measure } until(text > 3) }
}

fn main() {}
