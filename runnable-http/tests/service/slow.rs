use super::{Client, Server, alone, client::Blocks, memory};
use std::time::{Duration, Instant};
use tokio::net::TcpSocket;

const READERS: usize = 100;
const STALLED: usize = 100;
const CHUNKS: usize = 40_000;
const MANY: usize = 1000;

/// A client that reads nothing, of what little its machine takes for it.
async fn stall(server: &Server, run: &str) -> Client {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(4096).expect("a small buffer");
    let socket = socket.connect(server.address).await.expect("it connects");
    let mut client = Client::on(socket);
    client.send(&format!("GET /runs/{run}/events"), &[], "").await;
    client
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn readers_that_stall_are_disconnected_and_the_others_lose_nothing() {
    if !alone("slow::readers_that_stall_are_disconnected_and_the_others_lose_nothing") {
        return;
    }
    let server = Server::with(|service| service.stalled(Duration::from_secs(2))).await;
    let run = server.begin("pour", &format!("{{\"chunks\":{CHUNKS}}}")).await;
    let before = memory();
    let stalled: Vec<_> = futures_util::future::join_all((0..STALLED).map(|_| stall(&server, &run))).await;
    server.until(&run, "succeeded").await;
    let path = format!("/runs/{run}/events?after={}", CHUNKS - 1000);
    let readers = (0..READERS).map(|_| server.get(&path));
    let all = futures_util::future::join_all(readers).await;
    for answer in &all {
        assert_eq!(answer.body, all[0].body);
    }
    assert_eq!(Blocks::of(&all[0].body).len(), 1000 + 5);
    let held = memory().saturating_sub(before);
    tokio::time::sleep(Duration::from_secs(3)).await;
    let mut cut = 0;
    for mut client in stalled {
        client.head().await;
        let mut received = 0;
        loop {
            match client.chunk().await {
                Ok(Some(chunk)) => received += chunk.len(),
                Ok(None) => panic!("a reader that read nothing for long got all of {received} bytes"),
                Err(()) => break,
            }
        }
        cut += 1;
    }
    println!("{cut} readers were cut off; the process held {held} KiB more, with the log of {CHUNKS} events");
    assert_eq!(cut, STALLED);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_readers_get_every_event() {
    if !alone("slow::a_thousand_readers_get_every_event") {
        return;
    }
    let server = Server::start().await;
    let run = server.begin("tell", r#"{"words":["a","b","c","d","e"],"tone":"loud","pause_ms":1000}"#).await;
    let path = format!("GET /runs/{run}/events");
    let before = memory();
    let read = async |number: usize| {
        // They do not all come in one moment.
        tokio::time::sleep(Duration::from_millis(u64::try_from(number).expect("small") / 2)).await;
        let mut client = server.client().await;
        let began = Instant::now();
        client.send(&path, &[], "").await;
        client.head().await;
        let first = client.chunk().await.expect("it is whole").expect("an event");
        let waited = began.elapsed();
        let mut text = String::from_utf8(first).expect("UTF-8");
        while let Some(chunk) = client.chunk().await.expect("it is whole") {
            text.push_str(std::str::from_utf8(&chunk).expect("UTF-8"));
        }
        (waited, text)
    };
    let all = futures_util::future::join_all((0..MANY).map(read)).await;
    let held = memory().saturating_sub(before);
    let whole = server.get(&format!("/runs/{run}/events")).await.body;
    assert!(all.iter().all(|(_, text)| *text == whole), "a reader got other events");
    let mut waited: Vec<_> = all.iter().map(|(waited, _)| *waited).collect();
    waited.sort();
    let (p50, p99) = (waited[MANY / 2], waited[MANY * 99 / 100]);
    println!("{MANY} readers: first event p50 {p50:?}, p99 {p99:?}; clients and server held {held} KiB more");
}
