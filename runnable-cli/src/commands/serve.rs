//! `serve`.

use super::context::Context;
use crate::{
    failure::{Failure, Result},
    launch::Interrupt,
    terminal::stderr_line,
};
use clap::ArgMatches;
use runnable_http::service;
use runnable_runner::RunLogUrl;
use std::{io::ErrorKind, net::SocketAddr, process::Command};
use tokio::net::{TcpListener, lookup_host};

pub(super) async fn serve(mut context: Context, arguments: &ArgMatches) -> Result<()> {
    let address = arguments.get_one::<String>("addr").map_or("", String::as_str);
    let tokens: Vec<_> = arguments
        .get_many::<String>("accept-token")
        .into_iter()
        .flatten()
        .map(|text| token(text))
        .collect::<Result<_>>()?;
    let listener = listen(address, !tokens.is_empty()).await?;
    let mut config = context.config()?;
    if config.run_log.url == RunLogUrl::None {
        stderr_line(
            "note: runs are kept in memory; to keep them, set `url` in `[run-log]`, or write `--log sqlite:runs.db`",
        );
        config.run_log.url = RunLogUrl::Memory;
    }
    let runner = context.runner(config).await?;
    let mut service = service(runner.clone());
    for (name, token) in tokens {
        service = service.token(name, token);
    }
    let service = context.pipelines().iter().fold(service, |service, pipeline| (pipeline.serve)(service));
    let failed = |error: std::io::Error| Failure::store(format!("the service failed: {error}"));
    let url = format!("http://{}", listener.local_addr().map_err(failed)?);
    stderr_line(&format!("listening on {url}/runs (Ctrl-C stops)"));
    let page = format!("{url}/ui/");
    stderr_line(&format!("the page for runs: {page}"));
    if arguments.get_flag("open") {
        open(&page);
    }
    let interrupt = Interrupt::listen();
    let stop = async move {
        interrupt.pressed().await;
        stderr_line("stopping: active runs have 30 s to end; Ctrl-C again exits at once");
    };
    service.serve_on(listener, stop).await.map_err(failed)?;
    runner.shutdown().await?;
    Ok(())
}

/// Reads `NAME=TOKEN`.
fn token(text: &str) -> Result<(&str, &str)> {
    let parts = text.split_once('=').filter(|(name, token)| !name.is_empty() && !token.is_empty());
    parts.ok_or_else(|| Failure::usage("--accept-token: expected NAME=TOKEN"))
}

async fn listen(address: &str, has_token: bool) -> Result<TcpListener> {
    let expected = "an address with a port, such as `127.0.0.1:8000`";
    let mut resolved =
        lookup_host(address).await.map_err(|error| Failure::usage(format!("--addr: expected {expected}: {error}")))?;
    let Some(socket): Option<SocketAddr> = resolved.next() else {
        return Err(Failure::usage(format!("--addr: expected {expected}, found `{address}`")));
    };
    if !socket.ip().is_loopback() && !has_token {
        return Err(Failure::usage(format!(
            "--addr: `{address}` is beyond this machine, and the service has no token\nhelp: add `--accept-token NAME=TOKEN`"
        )));
    }
    TcpListener::bind(socket).await.map_err(|error| {
        let help = match error.kind() {
            ErrorKind::AddrInUse => "stop the program that listens there, or choose another port: `--addr 127.0.0.1:0`",
            ErrorKind::PermissionDenied => "choose a port above 1023",
            _ => "choose an address of this machine",
        };
        Failure::usage(format!("--addr: `{address}` cannot be listened on: {error}\nhelp: {help}"))
    })
}

/// Opens a page in the user's browser. Without a browser, the address on stderr remains.
fn open(url: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    if let Err(error) = Command::new(program).args(arguments).arg(url).spawn() {
        stderr_line(&format!("note: no browser was opened: {error}"));
    }
}
