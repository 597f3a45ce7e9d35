use runnable::{prelude::*, test};

#[task(returns = [words])]
async fn count(text: &str) -> usize {
    text.len()
}

pipeline! {
    fn all(text: String) { count }
}

fn main() {
    let _ = test::run(all(String::new())).mock("count", |input: Count| input.text.len());
    let _ = test::run(all(String::new())).mock("count", |text: String| CountOutput { words: text.len() });
}
