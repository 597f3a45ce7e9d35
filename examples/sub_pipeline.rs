//! A pipeline is a step of another one: `cargo run --example sub_pipeline`
use runnable::prelude::*;

/// Trims a line.
#[task(returns = [line])]
async fn trim(line: String) -> String {
    line.trim().to_owned()
}

/// Measures a line.
#[task(returns = [length])]
async fn measure(line: &str) -> usize {
    line.chars().count()
}

/// Adds up.
#[task(returns = [total])]
async fn add(length: Vec<usize>) -> usize {
    length.into_iter().sum()
}

pipeline! {
    /// One line.
    fn one_line(line: String) -> [length] {
        trim >> measure
    }
}

pipeline! {
    /// Every line, then the sum.
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
