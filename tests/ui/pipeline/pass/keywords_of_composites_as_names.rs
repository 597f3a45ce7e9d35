include!("../../tasks.rs");

#[task(returns = [text])]
async fn map(text: String) -> String {
    text
}

#[task(returns = [text])]
async fn race(text: String) -> String {
    text
}

#[task(returns = [text])]
async fn parallel(text: String) -> String {
    text
}

pipeline! {
    fn as_tasks(text: String) { r#map(text = text.clone()) >> second: map >> parallel >> race >> again: r#map(text) }
}

pipeline! {
    fn as_labels(path: String) {
        map: load >> parallel { limit: count_words, parallel: split } >> until: map(items as map) { shout(text = map) -> [text as map_text] }
    }
}

fn main() {}
