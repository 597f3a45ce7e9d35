include!("../../tasks.rs");
include!("../../flow.rs");

pipeline! {
    fn all(path: String, mood: Mood) {
        load >> match mood { Mood::Angry => count_words, Mood::Calm => {} } >> twice(n = words)
    }
}

#[task(returns = [doubled])]
async fn twice(n: usize) -> usize {
    n * 2
}

pipeline! {
    fn listed(path: String, loud: bool) -> [words] { load >> if loud { count_words } }
}

pipeline! {
    fn taken(path: String, loud: bool) { load >> if loud { count_words } else { shout } >> takes }
}

#[task]
async fn takes(words: usize) {
    drop(words);
}

fn main() {}
