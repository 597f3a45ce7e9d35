include!("../../tasks.rs");
include!("../../flow.rs");

pipeline! {
    fn all(path: String, mood: Mood) { load >> match mood { Mood::Calm => , _ => {} } }
}

fn main() {}
