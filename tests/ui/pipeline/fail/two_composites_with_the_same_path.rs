include!("../../tasks.rs");
include!("../../flow.rs");

pipeline! {
    fn all(path: String) -> [text] {
        load >> repeat(max = 2) { shout } until(text.len() > 3) >> repeat(max = 3) { shout } until(text.len() > 3)
    }
}

pipeline! {
    fn arms(path: String, mood: Mood) -> [text] { load >> match mood { Mood::Calm => shout, Mood::Angry => shout } }
}

fn main() {}
