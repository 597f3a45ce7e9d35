//! Serves the example: `cargo run -p llm_server [ADDRESS]`

use llm_server::{Model, serve};
use std::{error::Error, io, time::Duration};
use tokio::net::TcpListener;

/// How long answers on their way may take once the process is told to stop.
const FAREWELL: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8000".to_owned());
    let model = Model::from_env()?;
    let listener = TcpListener::bind(&address).await?;
    let stop = told_to_stop()?;
    println!("{} answers at http://{}", model.name(), listener.local_addr()?);
    Ok(serve(listener, model, stop, FAREWELL).await?)
}

/// Ready at Ctrl-C and at `SIGTERM`, which are both listened for from now on.
#[cfg(unix)]
fn told_to_stop() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupted, mut terminated) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

/// Ready at Ctrl-C.
#[cfg(not(unix))]
fn told_to_stop() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
