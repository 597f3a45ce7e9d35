include!("../../tasks.rs");

pipeline! {
    fn all(path: String) -> [text, wrods] { load >> count_words }
}

async fn start() -> runnable::Result<usize> {
    let output = all("a.txt".to_owned()).execute().await?;
    let text: String = output.text;
    Ok(text.len() + output.wrods)
}

fn main() {
    let _ = start();
}
