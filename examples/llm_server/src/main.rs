//! Serves the example: `cargo run -p llm_server [ADDRESS]`

use llm_server::{Model, app};
use std::error::Error;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8000".to_owned());
    let model = Model::from_env()?;
    let listener = TcpListener::bind(&address).await?;
    println!("{} answers at http://{}", model.name(), listener.local_addr()?);
    Ok(axum::serve(listener, app(model)).await?)
}
