include!("../../tasks.rs");
include!("../../flow.rs");

pipeline! {
    fn all(path: String, mood: Mood) { load >> match mood { Mood::Angry => shout } }
}

fn main() {}
