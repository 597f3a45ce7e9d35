include!("../../tasks.rs");
include!("../../flow.rs");

pipeline! {
    fn all(path: String, mood: Mood) -> [text] {
        load >> match mood { Mood::Angry => shout, Mood::Calm => measure }
    }
}

pipeline! {
    fn rebound(path: String, loud: bool) -> [text] { load >> if loud { measure } }
}

fn main() {}
