//! A single task, executed without a pipeline: `cargo run --example hello`
use runnable::prelude::*;

/// Greets `name`.
#[task(returns = [greeting])]
async fn greet(name: String) -> String {
    format!("Hello, {name}!")
}

#[tokio::main]
async fn main() -> runnable::Result<()> {
    let output = Greet { name: "world".into() }.execute().await?;
    println!("{}", output.greeting);
    Ok(())
}
