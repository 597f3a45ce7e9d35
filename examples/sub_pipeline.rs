//! A pipeline used as a step of another pipeline: `cargo run --example sub_pipeline`
use runnable::prelude::*;

/// Trims a line.
#[task(returns = [line])]
async fn trim(line: String) -> String {
    line.trim().to_owned()
}

/// Measures the length of a line.
#[task(returns = [length])]
async fn measure(line: &str) -> usize {
    line.chars().count()
}

/// Adds up the lengths.
#[task(returns = [total])]
async fn add(length: Vec<usize>) -> usize {
    length.into_iter().sum()
}

pipeline! {
    /// Measures one line.
    fn one_line(line: String) -> [length] {
        trim >> measure
    }
}

pipeline! {
    /// Measures every line, then adds up the lengths.
    fn all_lines(lines: Vec<String>) -> [total] {
        map(lines as line) { one_line } >> add
    }
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    let lines = ["  one ", "two", " three"].map(String::from).to_vec();
    println!("{} characters", all_lines(lines).execute().await?.total);
    Ok(())
}
