//! Events per second through a handler, beside the same handler written by hand with axum and `stream!`.
//!
//! Both are asked in turns within one run, so that what else the machine does strikes both.

use axum::{
    Router,
    response::{IntoResponse, Sse, sse::Event},
    routing::get,
};
use runnable::prelude::*;
use serde::Serialize;
use std::{
    convert::Infallible,
    net::SocketAddr,
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const EVENTS: usize = 100_000;
const ROUNDS: usize = 15;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { text: String },
}

/// The same, of the handler that is written by hand.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Plain {
    Chunk { text: String },
    Done { text: String },
}

fn word(number: usize) -> String {
    format!("word {number} of the answer")
}

#[task(returns = [text], stream_end = "done")]
fn answer(events: usize) -> impl Stream<Item = Token> {
    stream! {
        for number in 1..events {
            yield Token::Chunk { text: word(number) };
        }
        yield Token::Done { text: String::new() };
    }
}

async fn ours() -> impl IntoResponse {
    runnable_http::sse(Answer { events: EVENTS }.execute_streaming()).flat()
}

async fn by_hand() -> impl IntoResponse {
    Sse::new(stream! {
        for number in 1..EVENTS {
            yield sent(&Plain::Chunk { text: word(number) });
        }
        yield sent(&Plain::Done { text: String::new() });
    })
}

#[expect(clippy::unnecessary_wraps, reason = "axum wants it")]
fn sent(token: &Plain) -> Result<Event, Infallible> {
    Ok(Event::default().data(serde_json::to_string(token).unwrap_or_default()))
}

/// How long it takes until the last event has come, and how many came.
async fn read(address: SocketAddr, path: &str) -> std::io::Result<(Duration, usize)> {
    let mut socket = TcpStream::connect(address).await?;
    let began = Instant::now();
    let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    socket.write_all(request.as_bytes()).await?;
    let (mut buffer, mut events) = (vec![0; 256 * 1024], 0);
    loop {
        let count = socket.read(&mut buffer).await?;
        if count == 0 {
            return Ok((began.elapsed(), events));
        }
        // No text of an event has one.
        events += buffer[..count].split(|byte| *byte == b'{').count() - 1;
    }
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let router = Router::new().route("/ours", get(ours)).route("/by-hand", get(by_hand));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let (mut rates, mut ratios) = ([vec![], vec![]], vec![]);
    for _ in 0..ROUNDS {
        let mut took = [0.0; 2];
        for (path, took) in ["/ours", "/by-hand"].into_iter().zip(&mut took) {
            let (elapsed, events) = read(address, path).await?;
            assert_eq!(events, EVENTS, "{path}");
            *took = elapsed.as_secs_f64();
        }
        #[expect(clippy::cast_precision_loss, reason = "a rate")]
        rates.iter_mut().zip(took).for_each(|(rates, took)| rates.push(EVENTS as f64 / took));
        ratios.push(took[1] / took[0]);
    }
    let [ours, by_hand] = rates.map(median);
    println!(
        "sse(run).flat(): {ours:.0} events/s; axum and stream! by hand: {by_hand:.0} events/s; ratio {:.2}",
        median(ratios)
    );
    Ok(())
}
