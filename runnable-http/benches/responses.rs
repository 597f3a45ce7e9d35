//! Events per second over a socket, compared with the same handler written by hand with axum and `stream!`.
//!
//! Both are measured in turns, so that other load on the machine affects both. The service records each event before it sends
//! it, which the handler by hand does not do. The protocols of front ends are compared with envelopes. `-- service` selects the measurements with that word in their names.

use axum::{
    Router,
    response::{IntoResponse, Sse, sse::Event},
    routing::get,
};
use runnable::{prelude::*, runner::Runner};
use runnable_http::{AgUi, service, sse};
use serde::Serialize;
use std::{
    convert::Infallible,
    error::Error,
    net::SocketAddr,
    time::{Instant, SystemTime},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const EVENTS: usize = 50_000;
const ROUNDS: usize = 11;
/// The start of the run and of its step, and both ends.
const LIFECYCLE: usize = 4;

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { text: String },
}

/// The same for the handler that is written by hand.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Plain {
    Chunk { text: String },
    Done { text: String },
}

/// The fields of an envelope, by hand.
#[derive(Serialize)]
struct Envelope<'a> {
    v: u8,
    id: &'a str,
    seq: usize,
    run: &'a str,
    r#type: &'a str,
    ts: String,
    path: [&'a str; 1],
    attempt: u32,
    data: Text,
}

#[derive(Serialize)]
struct Text {
    text: String,
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

async fn flat() -> impl IntoResponse {
    sse(Answer { events: EVENTS }.execute_streaming()).flat()
}

async fn flat_by_hand() -> impl IntoResponse {
    Sse::new(stream! {
        for number in 1..EVENTS {
            yield sent(Event::default(), &Plain::Chunk { text: word(number) });
        }
        yield sent(Event::default(), &Plain::Done { text: String::new() });
    })
}

async fn envelopes() -> impl IntoResponse {
    sse(Answer { events: EVENTS }.execute_streaming())
}

async fn ag_ui() -> impl IntoResponse {
    sse(Answer { events: EVENTS }.execute_streaming()).ag_ui(AgUi::new())
}

async fn ai_sdk() -> impl IntoResponse {
    sse(Answer { events: EVENTS }.execute_streaming()).ai_sdk()
}

async fn cloud_events() -> impl IntoResponse {
    sse(Answer { events: EVENTS }.execute_streaming()).cloud_events()
}

async fn envelopes_by_hand() -> impl IntoResponse {
    let run = "01JRUNRUNRUNRUNRUNRUNRUNRU";
    Sse::new(stream! {
        for seq in 1..=EVENTS + LIFECYCLE {
            let id = format!("{run}:{seq}");
            let ts = humantime::format_rfc3339_millis(SystemTime::now()).to_string();
            let data = Text { text: word(seq) };
            let envelope =
                Envelope { v: 1, id: &id, seq, run, r#type: "chunk", ts, path: ["answer"], attempt: 1, data };
            yield sent(Event::default().id(&id), &envelope);
        }
    })
}

#[expect(clippy::unnecessary_wraps, reason = "axum wants it")]
fn sent(event: Event, data: &impl Serialize) -> Result<Event, Infallible> {
    Ok(event.data(serde_json::to_string(data).unwrap_or_default()))
}

/// A request and its server.
struct Asked {
    address: SocketAddr,
    request: String,
    events: usize,
}

impl Asked {
    /// Returns the number of events per second.
    async fn rate(&self) -> std::io::Result<f64> {
        let mut socket = TcpStream::connect(self.address).await?;
        let began = Instant::now();
        socket.write_all(self.request.as_bytes()).await?;
        let (mut buffer, mut events, mut last) = (vec![0; 256 * 1024], 0, 0);
        loop {
            let count = socket.read(&mut buffer).await?;
            if count == 0 {
                break;
            }
            for byte in &buffer[..count] {
                events += usize::from([last, *byte] == *b"\n\n");
                last = *byte;
            }
        }
        assert_eq!(events, self.events, "{}", self.request);
        #[expect(clippy::cast_precision_loss, reason = "a rate")]
        Ok(events as f64 / began.elapsed().as_secs_f64())
    }
}

fn get_of(address: SocketAddr, path: &str, events: usize) -> Asked {
    let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    Asked { address, request, events }
}

/// Returns a service with this run log.
async fn recorded(log: &str, query: &str, events: usize) -> Result<Asked, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let runner = Runner::builder().run_log(log).build().await?;
    tokio::spawn(service(runner).pipeline::<Answer>().serve_on(listener, std::future::pending()));
    let body = format!("{{\"events\":{EVENTS}}}");
    let request = format!(
        "POST /pipelines/answer{query} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    Ok(Asked { address, request, events })
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let router = Router::new()
        .route("/flat", get(flat))
        .route("/flat-by-hand", get(flat_by_hand))
        .route("/envelopes", get(envelopes))
        .route("/ag-ui", get(ag_ui))
        .route("/ai-sdk", get(ai_sdk))
        .route("/cloud-events", get(cloud_events))
        .route("/envelopes-by-hand", get(envelopes_by_hand));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let folder = tempfile::tempdir()?;
    let file = format!("sqlite:{}", folder.path().join("runs.db").display());
    let (whole, flat) = (EVENTS + LIFECYCLE, get_of(address, "/flat-by-hand", EVENTS));
    let enveloped = get_of(address, "/envelopes-by-hand", whole);
    let native = get_of(address, "/envelopes", whole);
    let pairs = [
        ("sse(run).flat()", get_of(address, "/flat", EVENTS), &flat),
        ("sse(run)", get_of(address, "/envelopes", whole), &enveloped),
        ("service, log in memory, flat", recorded("memory:", "?flat=1", EVENTS).await?, &flat),
        ("service, log in memory", recorded("memory:", "", whole).await?, &enveloped),
        ("service, log in a file", recorded(&file, "", whole).await?, &enveloped),
        // With the messages that begin and end the text, the step and the run.
        ("AG-UI, against `sse(run)`", get_of(address, "/ag-ui", EVENTS + 6), &native),
        ("AI SDK, against `sse(run)`", get_of(address, "/ai-sdk", EVENTS + 7), &native),
        ("CloudEvents, against `sse(run)`", get_of(address, "/cloud-events", whole), &native),
    ];
    println!("{:<32} {:>12} {:>12} {:>6}", "", "events/s", "against", "ratio");
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    for (name, ours, by_hand) in pairs.iter().filter(|(name, ..)| name.contains(&only)) {
        let (mut rates, mut ratios) = ([vec![], vec![]], vec![]);
        for _ in 0..ROUNDS {
            let (ours, by_hand) = (ours.rate().await?, by_hand.rate().await?);
            rates[0].push(ours);
            rates[1].push(by_hand);
            ratios.push(ours / by_hand);
        }
        let [ours, by_hand] = rates.map(median);
        println!("{name:<32} {ours:>12.0} {by_hand:>12.0} {:>6.2}", median(ratios));
    }
    Ok(())
}
