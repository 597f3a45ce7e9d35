//! A proxy in front of workers or servers, whose connections can be cut and stalled.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::watch,
    task::JoinSet,
};

/// Forwards each connection to the next server that accepts it.
pub(crate) struct Balancer {
    pub(crate) address: String,
    /// The server that gets no connections.
    excluded: Arc<AtomicUsize>,
    connections: Arc<Mutex<JoinSet<()>>>,
    /// The number of the next connection.
    next: Arc<AtomicUsize>,
    /// The connections with smaller numbers forward nothing.
    stalled: watch::Sender<usize>,
}

impl Balancer {
    pub(crate) async fn start(servers: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address").to_string();
        let (connections, next) = (Arc::new(Mutex::new(JoinSet::new())), Arc::new(AtomicUsize::new(0)));
        let (excluded, stalled) = (Arc::new(AtomicUsize::new(usize::MAX)), watch::Sender::new(0));
        let balancer = Self {
            address,
            excluded: Arc::clone(&excluded),
            connections: Arc::clone(&connections),
            next: Arc::clone(&next),
            stalled: stalled.clone(),
        };
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let first = next.fetch_add(1, Ordering::Relaxed);
                let order = (0..servers.len()).map(|i| (first + i) % servers.len());
                let order = order.filter(|number| *number != excluded.load(Ordering::Relaxed));
                let order: Vec<_> = order.map(|number| servers[number].clone()).collect();
                let stalled = stalled.subscribe();
                connections.lock().expect("no panic").spawn(async move {
                    for server in order {
                        if let Ok(server) = TcpStream::connect(&server).await {
                            return forward(client, server, first, stalled).await;
                        }
                    }
                });
            }
        });
        balancer
    }

    /// Closes the connections to a server and opens no more, as if the server failed its health checks.
    pub(crate) fn exclude(&self, number: usize) {
        self.excluded.store(number, Ordering::Relaxed);
        self.cut();
    }

    /// Cuts all connections.
    pub(crate) fn cut(&self) {
        self.connections.lock().expect("no panic").abort_all();
    }

    /// Stalls all connections and those that follow: they stay open, and forward nothing.
    pub(crate) fn stall(&self) {
        self.stalled.send_replace(usize::MAX);
    }

    /// Lets all connections continue.
    pub(crate) fn resume(&self) {
        self.stalled.send_replace(0);
    }

    /// Stalls the connections that are open for ever.
    pub(crate) fn silence(&self) {
        self.stalled.send_replace(self.next.load(Ordering::Relaxed));
    }
}

async fn forward(client: TcpStream, server: TcpStream, number: usize, stalled: watch::Receiver<usize>) {
    // Small messages are answered at once.
    let _ = (client.set_nodelay(true), server.set_nodelay(true));
    let ((from_client, to_client), (from_server, to_server)) = (client.into_split(), server.into_split());
    let there = pump(from_client, to_server, number, stalled.clone());
    let back = pump(from_server, to_client, number, stalled);
    tokio::join!(there, back);
}

async fn pump(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, number: usize, mut stalled: watch::Receiver<usize>) {
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(bytes @ 1..) = from.read(&mut buffer).await {
        let is_open = stalled.wait_for(|stalled| number >= *stalled).await.is_ok();
        if !is_open || to.write_all(&buffer[..bytes]).await.is_err() {
            return;
        }
    }
    // The end of a stalled connection does not arrive, either.
    let _ = stalled.wait_for(|stalled| number >= *stalled).await;
    let _ = to.shutdown().await;
}
