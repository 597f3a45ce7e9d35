//! A client of HTTP/1.1 that sees every byte.

use serde_json::Value;
use std::{collections::HashMap, net::SocketAddr, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    time::timeout,
};

const PATIENCE: Duration = Duration::from_secs(30);

/// Returns a connection with a small receive buffer.
pub(crate) async fn small_buffer(address: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(4096).expect("a small buffer");
    socket.connect(address).await.expect("it connects")
}

pub(crate) struct Client {
    pub(crate) socket: TcpStream,
    /// The bytes that were read and not parsed yet.
    read: Vec<u8>,
}

/// A complete response.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("`{}` is not JSON", self.body))
    }

    /// Asserts that the response is a problem with this status, and returns its `type`.
    pub(crate) fn problem(&self, status: u16) -> String {
        assert_eq!(self.status, status, "{}", self.body);
        assert_eq!(self.headers["content-type"], "application/problem+json");
        let body = self.json();
        assert_eq!(body["status"], status);
        assert!(body["title"].is_string() && body["detail"].is_string(), "{body}");
        body["type"].as_str().and_then(|kind| kind.strip_prefix("urn:runnable:problem:")).expect("a type").to_owned()
    }
}

impl Client {
    pub(crate) async fn connect(address: SocketAddr) -> Self {
        let socket = TcpStream::connect(address).await.expect("it connects");
        Self::on(socket)
    }

    /// Connects with a small receive buffer. The system would otherwise hold megabytes for a client that reads nothing.
    pub(crate) async fn with_small_buffer(address: SocketAddr) -> Self {
        Self::on(small_buffer(address).await)
    }

    pub(crate) fn on(socket: TcpStream) -> Self {
        Self { socket, read: Vec::new() }
    }

    /// Sends a request whose body is JSON.
    pub(crate) async fn send(&mut self, request: &str, headers: &[(&str, &str)], body: &str) {
        let mut head = format!("{request} HTTP/1.1\r\ncontent-length: {}\r\n", body.len());
        if !headers.iter().any(|(name, _)| *name == "host") {
            head.push_str("host: localhost\r\n");
        }
        if !body.is_empty() && !headers.iter().any(|(name, _)| *name == "content-type") {
            head.push_str("content-type: application/json\r\n");
        }
        for (name, value) in headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        head.push_str("\r\n");
        self.socket.write_all(head.as_bytes()).await.expect("it is sent");
        // A server that has answered need not read the rest.
        let _ = self.socket.write_all(body.as_bytes()).await;
    }

    pub(crate) async fn ask(&mut self, request: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.send(request, headers, body).await;
        self.answer().await
    }

    /// Returns the status and the headers of the response to a `HEAD`, which has no body.
    pub(crate) async fn ask_head(&mut self, path: &str) -> (u16, HashMap<String, String>) {
        self.send(&format!("HEAD {path}"), &[], "").await;
        self.head().await
    }

    pub(crate) async fn answer(&mut self) -> Answer {
        let (status, headers) = self.head().await;
        let mut body = Vec::new();
        if let Some(length) = headers.get("content-length") {
            let length = length.parse().expect("a length");
            while self.read.len() < length {
                assert!(self.more().await, "the body is cut");
            }
            body = self.read.drain(..length).collect();
        } else if headers.contains_key("transfer-encoding") {
            while let Some(chunk) = self.chunk().await.expect("the body is whole") {
                body.extend(chunk);
            }
        }
        Answer { status, headers, body: String::from_utf8(body).expect("UTF-8") }
    }

    /// Returns the status and the headers of a response, by their names in lower case.
    pub(crate) async fn head(&mut self) -> (u16, HashMap<String, String>) {
        let end = loop {
            if let Some(end) = self.read.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
                break end;
            }
            assert!(self.more().await, "the head is cut: `{}`", String::from_utf8_lossy(&self.read));
        };
        let head: Vec<u8> = self.read.drain(..end + 4).collect();
        let head = String::from_utf8(head).expect("UTF-8");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        (status.expect("a status"), headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect())
    }

    /// Returns the next chunk of a body, `Ok(None)` at its end, or an error if the body is incomplete.
    pub(crate) async fn chunk(&mut self) -> Result<Option<Vec<u8>>, ()> {
        loop {
            if let Some(end) = self.read.windows(2).position(|bytes| bytes == b"\r\n") {
                let size = std::str::from_utf8(&self.read[..end]).expect("UTF-8");
                let size = usize::from_str_radix(size, 16).expect("a size");
                let whole = end + 2 + size + 2;
                if self.read.len() >= whole {
                    let chunk: Vec<u8> = self.read.drain(..whole).skip(end + 2).take(size).collect();
                    return Ok((size > 0).then_some(chunk));
                }
            }
            if !self.more().await {
                return Err(());
            }
        }
    }

    /// Reads more; returns `false` at the end of the connection.
    async fn more(&mut self) -> bool {
        let read = timeout(PATIENCE, self.socket.read_buf(&mut self.read));
        read.await.expect("it answers in time").is_ok_and(|count| count > 0)
    }
}

/// Returns the complete blocks of an event stream.
#[derive(Default)]
pub(crate) struct Blocks {
    text: String,
}

impl Blocks {
    pub(crate) fn of(text: &str) -> Vec<Block> {
        Self { text: text.to_owned() }.take()
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) -> Vec<Block> {
        self.text.push_str(std::str::from_utf8(bytes).expect("UTF-8"));
        self.take()
    }

    fn take(&mut self) -> Vec<Block> {
        let end = self.text.rfind("\n\n").map_or(0, |end| end + 2);
        let rest = self.text.split_off(end);
        let whole = std::mem::replace(&mut self.text, rest);
        whole.split_terminator("\n\n").map(Block::of).collect()
    }
}

/// A block as a client parses it, by the rules of the format.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    pub(crate) id: String,
    pub(crate) data: String,
}

impl Block {
    fn of(text: &str) -> Self {
        let mut block = Self { id: String::new(), data: String::new() };
        for line in text.lines() {
            match line.split_once(": ").unwrap_or_else(|| panic!("`{line}` is not a field")) {
                ("id", id) => id.clone_into(&mut block.id),
                ("data", data) => {
                    assert!(block.data.is_empty(), "the data is of one line");
                    data.clone_into(&mut block.data);
                }
                ("" | "retry" | "event", _) => {}
                other => panic!("{other:?}"),
            }
        }
        assert!(!block.data.is_empty(), "a block without data: `{text}`");
        block
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.data).expect("JSON")
    }
}
