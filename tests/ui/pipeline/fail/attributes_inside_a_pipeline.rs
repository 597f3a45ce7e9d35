include!("../../tasks.rs");

pipeline! {
    fn step(text: String) { count_words >> #[cfg(test)] shout }
}

pipeline! {
    fn branch(text: String) { parallel { count_words, #[cfg(test)] shout } }
}

pipeline! {
    fn arm(text: String, loud: bool) { match loud { true => shout, #[cfg(test)] false => {} } }
}

fn main() {}
