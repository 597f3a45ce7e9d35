//! Handlers of Restate without this project, for the bench: `bare PORT` serves them.
#![allow(missing_docs, reason = "the macro of the SDK makes methods without documentation")]

use hyper::server::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use restate_sdk::{hyper::HyperEndpoint, prelude::*};
use runnable_tests_cluster::note;
use std::{io::Read, time::Duration};

struct Bare;

#[service]
impl Bare {
    /// Runs this number of steps, one after the other.
    #[handler]
    async fn steps(&self, context: Context<'_>, n: u32) -> Result<u32, HandlerError> {
        let mut x = 0;
        for _ in 0..n {
            x = context.run(async || Ok(x + 1)).name("step").await?;
        }
        Ok(x)
    }

    /// Notes that it starts, and waits.
    #[handler]
    async fn wait(&self, context: Context<'_>, ms: u64) -> Result<u64, HandlerError> {
        let wait = async || {
            note("bare");
            tokio::time::sleep(Duration::from_millis(ms)).await;
            Ok(ms)
        };
        Ok(context.run(wait).name("wait").await?)
    }
}

#[tokio::main]
async fn main() {
    let port = std::env::args().nth(1).expect("the first argument is the port");
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(3);
    });
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await.expect("a port");
    let endpoint = HyperEndpoint::new(Endpoint::builder().bind(Bare).build());
    while let Ok((stream, _)) = listener.accept().await {
        // As in a worker. The server of the SDK takes 40 ms for a step where acknowledgements are delayed.
        stream.set_nodelay(true).expect("a connection");
        let connection = http2::Builder::new(TokioExecutor::new())
            .max_concurrent_streams(None)
            .serve_connection(TokioIo::new(stream), endpoint.clone());
        tokio::spawn(connection);
    }
}
