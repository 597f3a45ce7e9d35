use runnable::prelude::*;

/// Counts the words of a text.
#[task(returns = [words])]
async fn count(
    /// The text.
    text: &str,
    /// Between two words.
    separator: char,
) -> usize {
    text.split(separator).count()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let output = Count { text: "one two".to_owned(), separator: ' ' }.execute().await.unwrap();
    assert_eq!(output.words, 2);
}
