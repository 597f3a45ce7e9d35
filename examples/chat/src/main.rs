//! The server's binary: `cargo run -p chat [ADDRESS]`

use llm_server::Model;
use runnable::runner::Runner;
use std::{error::Error, io, process::ExitCode};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8000".to_owned());
    let model = Model::from_env()?;
    let name = model.name().to_owned();
    let runner = Runner::builder().run_log("sqlite:chat.db").resource(model).build().await?;
    let (app, handle) = chat::app(runner, concat!(env!("CARGO_MANIFEST_DIR"), "/web/dist").into());
    let listener = TcpListener::bind(&address).await?;
    println!("listening on http://{} (model: {name})", listener.local_addr()?);
    tokio::select! {
        served = axum::serve(listener, app).into_future() => served?,
        stopped = tokio::signal::ctrl_c() => stopped?,
    }
    handle.shutdown().await;
    Ok(())
}
