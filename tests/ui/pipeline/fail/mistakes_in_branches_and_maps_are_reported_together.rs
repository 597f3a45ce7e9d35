include!("../../tasks.rs");

#[task(returns = [n])]
async fn measure(texts: &str) -> usize {
    texts.len()
}

pipeline! {
    fn all(path: String, others: Vec<String>) -> [text, wrods] {
        load
            >> parallel { a: shout(txt = path), b: { measure } }
            >> map(othres as text) { guess_words -> [wrds as lengths] }
    }
}

fn main() {}
