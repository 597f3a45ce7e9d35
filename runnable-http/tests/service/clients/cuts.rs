//! An unreliable network.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// Forwards connections, and closes each after some bytes of the server's response, possibly within an event.
pub(super) struct Cuts {
    pub(super) address: SocketAddr,
    count: Arc<AtomicUsize>,
    task: JoinHandle<()>,
}

impl Cuts {
    /// Closes the first connection after `bytes`, which must suffice for the head of a response and an event, and each later
    /// connection after a few more.
    pub(super) async fn before(server: SocketAddr, bytes: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let count = Arc::new(AtomicUsize::new(0));
        let cuts = Arc::clone(&count);
        let task = tokio::spawn(async move {
            for more in 0.. {
                let (client, _) = listener.accept().await.expect("a client");
                tokio::spawn(pass(client, server, bytes + 53 * more, Arc::clone(&cuts)));
            }
        });
        Self { address, count, task }
    }

    pub(super) fn count(&self) -> usize {
        self.count.load(Ordering::Relaxed)
    }
}

impl Drop for Cuts {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn pass(mut client: TcpStream, server: SocketAddr, bytes: u64, cuts: Arc<AtomicUsize>) {
    let mut server = TcpStream::connect(server).await.expect("it connects");
    let (mut asks, mut hears) = client.split();
    let (answers, mut asked) = server.split();
    let mut answers = answers.take(bytes);
    tokio::select! {
        _ = copy(&mut asks, &mut asked) => {}
        _ = copy(&mut answers, &mut hears) => {
            if answers.limit() == 0 {
                cuts.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
    let _ = client.shutdown().await;
}
