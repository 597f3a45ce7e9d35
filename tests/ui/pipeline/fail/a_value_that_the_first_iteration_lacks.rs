include!("../../tasks.rs");

#[task(returns = [draft])]
async fn write(topic: &str, feedback: &str) -> String {
    format!("{topic} {feedback}")
}

#[task(returns = [feedback])]
async fn review(draft: &str) -> String {
    draft.to_owned()
}

pipeline! {
    fn written_first(topic: String) { repeat(max = 5) { write >> review } until(feedback.is_empty()) }
}

pipeline! {
    fn reviewed_first(topic: String) { repeat(max = 5) { review >> write } until(draft.is_empty()) }
}

// With a first value, it is sound.
pipeline! {
    fn sound(topic: String, feedback: String) { repeat(max = 5) { write >> review } until(feedback.is_empty()) }
}

fn main() {
    drop(sound(String::new(), String::new()));
}
