use runnable::prelude::*;

#[task(returns = [words, text], timeout = 3)]
async fn count(text: String) -> (usize, String) {
    (text.len(), text)
}

async fn start() -> runnable::Result<usize> {
    let output = Count { text: "one two".to_owned() }.execute().await?;
    Ok(output.words + output.text.len())
}

fn main() {
    let _ = start();
}
