//! The server's binary: `cargo run -p llm_server [ADDRESS]`

use llm_server::{Model, serve};
use std::{error::Error, io, time::Duration};
use tokio::net::TcpListener;

/// The time that in-flight answers get to complete after a signal to stop.
const GRACE_PERIOD: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8000".to_owned());
    let model = Model::from_env()?;
    let listener = TcpListener::bind(&address).await?;
    let stop = stop_signal()?;
    println!("listening on http://{} (model: {})", listener.local_addr()?, model.name());
    Ok(serve(listener, model, stop, GRACE_PERIOD).await?)
}

/// Returns a future that completes on Ctrl-C or `SIGTERM`. The handlers are installed before it is
/// polled.
#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupted, mut terminated) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

/// Returns a future that completes on Ctrl-C.
#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
