//! A balancer in front of workers, which can be cut.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

/// Forwards each connection to the next server that accepts it.
pub(crate) struct Balancer {
    pub(crate) address: String,
    /// The server that gets no connections.
    excluded: Arc<AtomicUsize>,
    connections: Arc<Mutex<JoinSet<()>>>,
}

impl Balancer {
    pub(crate) async fn start(servers: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address").to_string();
        let connections = Arc::new(Mutex::new(JoinSet::new()));
        let excluded = Arc::new(AtomicUsize::new(usize::MAX));
        let (all, next, without) = (Arc::clone(&connections), AtomicUsize::new(0), Arc::clone(&excluded));
        tokio::spawn(async move {
            while let Ok((mut client, _)) = listener.accept().await {
                let first = next.fetch_add(1, Ordering::Relaxed);
                let order = (0..servers.len()).map(|i| (first + i) % servers.len());
                let order = order.filter(|number| *number != without.load(Ordering::Relaxed));
                let order: Vec<_> = order.map(|number| servers[number].clone()).collect();
                all.lock().expect("no panic").spawn(async move {
                    for server in order {
                        if let Ok(mut server) = TcpStream::connect(&server).await {
                            // Small messages are answered at once.
                            let _ = (client.set_nodelay(true), server.set_nodelay(true));
                            let _ = tokio::io::copy_bidirectional(&mut client, &mut server).await;
                            return;
                        }
                    }
                });
            }
        });
        Self { address, excluded, connections }
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
}
