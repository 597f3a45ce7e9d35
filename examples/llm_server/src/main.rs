//! The server's binary: `cargo run -p llm_server [ADDRESS]`

use llm_server::{Model, serve};
use std::{error::Error, io, process::ExitCode, time::Duration};
use tokio::net::TcpListener;

/// The time that in-flight answers get to complete after a signal to stop.
const GRACE_PERIOD: Duration = Duration::from_secs(10);

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
    let listener = listen(&address).await?;
    let mut signals = Signals::install()?;
    let stop = async move {
        signals.next().await;
        eprintln!("stopping: answers have {GRACE_PERIOD:?} to complete; a second signal stops at once");
        tokio::spawn(async move {
            signals.next().await;
            // The shell's code for a program that Ctrl-C has ended.
            std::process::exit(130);
        });
    };
    println!("listening on http://{} (model: {})", listener.local_addr()?, model.name());
    Ok(serve(listener, model, stop, GRACE_PERIOD).await?)
}

async fn listen(address: &str) -> Result<TcpListener, String> {
    TcpListener::bind(address).await.map_err(|error| {
        let help = match error.kind() {
            io::ErrorKind::AddrInUse => "stop the program that listens there, or give another address",
            io::ErrorKind::PermissionDenied => "give a port above 1023",
            _ => "give an address of this machine",
        };
        format!("cannot listen on `{address}`: {error}\nhelp: {help}: `cargo run -p llm_server 127.0.0.1:8001`")
    })
}

/// The signals that stop the server, from the moment they are installed: Ctrl-C and `SIGTERM`.
#[cfg(unix)]
struct Signals([tokio::signal::unix::Signal; 2]);

#[cfg(unix)]
impl Signals {
    fn install() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self([signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?]))
    }

    async fn next(&mut self) {
        let [interrupted, terminated] = &mut self.0;
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    }
}

/// The signal that stops the server: Ctrl-C.
#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn install() -> io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
