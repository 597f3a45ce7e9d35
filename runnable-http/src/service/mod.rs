//! A server of recorded runs.

mod access;
mod commands;
mod connection;
mod conversation;
mod cursor;
mod feed;
mod followed;
mod live;
mod pipelines;
mod problem;
mod request;
mod resumed;
mod routes;
mod serve;
mod state;
mod workers;

pub use access::Visibility;
pub use serve::ServiceHandle;

use access::Access;
use axum::Router;
use live::Live;
use pipelines::Pipeline;
use runnable::{
    runner::{Runnable, Runner},
    store::OverflowPolicy,
};
use state::{Limits, State};
use std::{
    collections::BTreeMap,
    fmt,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};
use tokio_util::sync::CancellationToken;
use workers::Workers;

#[doc = include_str!("../docs/service.md")]
#[must_use = "it does nothing before it serves"]
pub struct Service {
    runner: Runner,
    pipelines: BTreeMap<&'static str, Pipeline>,
    access: Access,
    limits: Limits,
    threads: usize,
    address: SocketAddr,
    public: bool,
    drain: Duration,
    resumes: bool,
}

/// A server of the runs of `runner`, which must record them; see [`Service`].
pub fn service(runner: Runner) -> Service {
    Service {
        runner,
        pipelines: BTreeMap::new(),
        access: Access::default(),
        limits: Limits::default(),
        threads: std::thread::available_parallelism().map_or(1, Into::into),
        address: (Ipv4Addr::LOCALHOST, 8000).into(),
        public: false,
        drain: Duration::from_secs(30),
        resumes: false,
    }
}

impl Service {
    /// Serves a pipeline or a task, by its name.
    pub fn pipeline<P: Runnable>(mut self) -> Self {
        self.pipelines.insert(P::NAME, Pipeline::of::<P>());
        self
    }

    /// Asks for a token: `Authorization: Bearer ..`. Its holder is told apart by `name`, which its runs keep; a name may have several tokens.
    pub fn token(mut self, name: &str, token: &str) -> Self {
        self.access.add(name, token);
        self
    }

    /// Which runs the holder of a token sees; its own unless said otherwise.
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.access.visibility = visibility;
        self
    }

    /// Lets the pages of another site change something here: `https://app.example`. What they may read, a layer for CORS says.
    pub fn allow_origin(mut self, origin: impl Into<String>) -> Self {
        self.access.origins.push(origin.into());
        self
    }

    /// A host as which it is known beyond this machine: `app.example`. A server that listens at the machine itself answers as `localhost` and the
    /// like alone, so that no page can reach it under a name of its own; behind a proxy that passes on the name that it was asked for,
    /// it must know that name. Elsewhere any name will do, unless there is one.
    pub fn host(mut self, name: impl Into<String>) -> Self {
        self.access.hosts.push(name.into());
        self
    }

    /// Where it listens: `127.0.0.1:8000` unless said otherwise. Beyond the machine itself it needs a [`token`](Self::token), or
    /// [`public`](Self::public).
    pub fn address(mut self, address: impl Into<SocketAddr>) -> Self {
        self.address = address.into();
        self
    }

    /// Lets it listen beyond the machine without a token.
    pub fn public(mut self) -> Self {
        self.public = true;
        self
    }

    /// How many bytes the body of a request may have; 1 MiB unless said otherwise.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.limits.body = bytes;
        self
    }

    /// How many bytes the data of an event may have; 1 MiB unless said otherwise. In the place of a larger one, which is in the log,
    /// a `gap` is sent.
    pub fn max_event(mut self, bytes: usize) -> Self {
        self.limits.event = bytes;
        self
    }

    /// How many runs may go on at a time; 64 unless said otherwise. More are refused with 429.
    pub fn max_runs(mut self, runs: usize) -> Self {
        self.limits.runs = runs;
        self
    }

    /// How many connections there may be at a time; 4096 unless said otherwise. More wait.
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.limits.connections = connections;
        self
    }

    /// What is done with readers that are slower than their run; they get everything at their own pace unless said otherwise.
    pub fn lagging(mut self, lagging: OverflowPolicy) -> Self {
        self.limits.lagging = lagging;
        self
    }

    /// How long a reader may read nothing of what was sent before it is disconnected; 30 seconds unless said otherwise.
    pub fn stalled(mut self, limit: Duration) -> Self {
        self.limits.stalled = limit;
        self
    }

    /// How long nothing is sent before a comment says that the connection is alive; 15 seconds unless said otherwise.
    pub fn heartbeat(mut self, every: Duration) -> Self {
        self.limits.heartbeat = every;
        self
    }

    /// On how many threads runs go on; as many as there are processors unless said otherwise.
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// How long runs that go on may take when the server stops; 30 seconds unless said otherwise. Those that take longer are left
    /// to be resumed, with zero all of them.
    pub fn drain(mut self, limit: Duration) -> Self {
        self.drain = limit;
        self
    }

    /// Goes on with the runs of its pipelines that were interrupted: when it begins to [`serve`](Self::serve), and whenever a process is missed that
    /// ran some.
    ///
    /// They take the places of [`max_runs`](Self::max_runs) as others do, and wait for them. One whose pipeline has changed
    /// stays as it is; one in which a step with `effect = "once"` was interrupted fails, and says what to do. A run that kills its process is
    /// tried again with each start.
    pub fn resume_interrupted(mut self) -> Self {
        self.resumes = true;
        self
    }

    fn state(self) -> Arc<State> {
        let stop = CancellationToken::new();
        Arc::new(State {
            live: Arc::new(Live::new(self.limits.runs)),
            runner: self.runner,
            pipelines: self.pipelines,
            access: self.access,
            limits: self.limits,
            workers: Workers::new(self.threads, stop.clone()),
            stopping: CancellationToken::new(),
            stop,
        })
    }

    /// Its routes, for a server of one's own, and what stops its runs: see [`ServiceHandle::shutdown`]. Where that server listens is not known
    /// here: foreign hosts are refused where a [`host`](Self::host) is given, and interrupted runs wait to be resumed.
    pub fn into_router(self) -> (Router, ServiceHandle) {
        let drain = self.drain;
        let state = self.state();
        (routes::router(&state), ServiceHandle::new(state, drain))
    }
}

impl<S: Clone + Send + Sync + 'static> From<Service> for Router<S> {
    fn from(service: Service) -> Self {
        service.into_router().0.with_state(())
    }
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Service")
            .field("pipelines", &self.pipelines.keys())
            .field("access", &self.access)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
