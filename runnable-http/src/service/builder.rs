//! The configuration of a service.

use super::{
    access::{AccessPolicy, Visibility},
    chat::ChatInput,
    connection::ServiceHandle,
    routes,
    runs::{LargeValues, LocalOptions, ServedPipeline, ServiceLimits, ServiceState},
    source::RunSource,
};
use axum::Router;
use runnable_runner::Runnable;
use runnable_store::OverflowPolicy;
use std::{
    collections::BTreeMap,
    fmt,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};
use tokio_util::sync::CancellationToken;

#[doc = include_str!("../docs/service.md")]
#[must_use = "a service does nothing until it serves"]
pub struct Service {
    source: RunSource,
    pipelines: BTreeMap<&'static str, ServedPipeline>,
    pub(super) access: AccessPolicy,
    limits: ServiceLimits,
    threads: usize,
    pub(super) address: SocketAddr,
    pub(super) public: bool,
    pub(super) drain: Duration,
    resume_interrupted: bool,
}

/// Returns a server for the runs of a [`Runner`](runnable_runner::Runner), which must have a run log, or with the feature `cluster`
/// of a `Cluster`; see [`Service`].
pub fn service(runs: impl Into<RunSource>) -> Service {
    Service {
        source: runs.into(),
        pipelines: BTreeMap::new(),
        access: AccessPolicy::default(),
        limits: ServiceLimits::default(),
        threads: std::thread::available_parallelism().map_or(1, Into::into),
        address: (Ipv4Addr::LOCALHOST, 8000).into(),
        public: false,
        drain: Duration::from_secs(30),
        resume_interrupted: false,
    }
}

impl Service {
    /// Adds a pipeline or a task, under its own name.
    ///
    /// # Panics
    /// Panics if the service has a pipeline of this name: only one of them could be started.
    #[track_caller]
    pub fn pipeline<P: Runnable>(self) -> Self {
        self.add::<P>(ServedPipeline::of::<P>())
    }

    /// Adds a pipeline or a task, as [`pipeline`](Self::pipeline) does, that answers conversations: `POST /agents/{name}` takes the
    /// requests of AG-UI and of the AI SDK, and answers each in its own protocol.
    ///
    /// The [guide](crate::guide::front_ends) has the front ends.
    ///
    /// # Panics
    /// Panics if the service has a pipeline of this name.
    #[track_caller]
    pub fn agent<P: ChatInput>(self) -> Self {
        self.add::<P>(ServedPipeline::of_agent::<P>())
    }

    #[track_caller]
    fn add<P: Runnable>(mut self, pipeline: ServedPipeline) -> Self {
        let taken = self.pipelines.insert(P::NAME, pipeline).is_some();
        assert!(
            !taken,
            "the service has two pipelines with the name `{name}`\n\
             help: rename one of them, or name a task with `#[task(name = \"..\")]`",
            name = P::NAME
        );
        self
    }

    /// Adds a token. A service with tokens requires one of them in every request: `Authorization: Bearer ..`.
    ///
    /// The runs that are started with a token belong to its `name`. A name may have several tokens.
    pub fn token(mut self, name: &str, token: &str) -> Self {
        self.access.add_token(name, token);
        self
    }

    /// Sets the runs that the holder of a token can see. The default is [`Visibility::Own`].
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.access.visibility = visibility;
        self
    }

    /// Allows the pages of another site, such as `https://app.example`, to start, cancel and resume runs.
    ///
    /// To read the answers, such a page also needs CORS headers, which a layer adds.
    pub fn allow_origin(mut self, origin: impl Into<String>) -> Self {
        self.access.origins.push(origin.into());
        self
    }

    /// Adds a name under which the service is known, such as `app.example`.
    ///
    /// A service that listens on a loopback address answers only requests for `localhost` and the like, so that a web page
    /// cannot reach it under a name of its own. Behind a proxy that passes on the header `Host`, it must know that name. A
    /// service that listens on another address answers requests for every name, until a name is added.
    pub fn host(mut self, name: impl Into<String>) -> Self {
        self.access.hosts.push(name.into());
        self
    }

    /// Sets the address to listen on. The default is `127.0.0.1:8000`. An address beyond loopback needs a
    /// [`token`](Self::token) or [`public`](Self::public).
    pub fn address(mut self, address: impl Into<SocketAddr>) -> Self {
        self.address = address.into();
        self
    }

    /// Allows an address beyond loopback without a token.
    pub fn public(mut self) -> Self {
        self.public = true;
        self
    }

    /// Sets the maximum size of a request's body, in bytes. The default is 1 MiB.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.limits.body = bytes;
        self
    }

    /// Sets the maximum size of an event's data, and of a value in the record of a run, in bytes. The default is 256
    /// KiB, which every reader may keep in memory once or twice.
    ///
    /// A mark with the address of the whole stands for a larger value:
    /// `{"truncated":true,"size":1100011,"url":"/runs/01J../output"}`. The message of a larger error is cut.
    pub fn max_event(mut self, bytes: usize) -> Self {
        self.limits.event = bytes;
        self
    }

    /// Sets the maximum number of concurrent runs. The default is 64. Further runs are refused with 429.
    pub fn max_runs(mut self, runs: usize) -> Self {
        self.limits.runs = runs;
        self
    }

    /// Sets the maximum number of concurrent connections. The default is 4096. Further connections wait.
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.limits.connections = connections;
        self
    }

    /// Sets what happens to readers that are slower than their run. The default is [`OverflowPolicy::Block`]: they receive
    /// every event at their own pace, and the run does not wait.
    pub fn lagging(mut self, policy: OverflowPolicy) -> Self {
        self.limits.lagging = policy;
        self
    }

    /// Sets the time for which a reader may read nothing of what was sent, before it is disconnected. The default is 30
    /// seconds.
    pub fn stalled(mut self, limit: Duration) -> Self {
        self.limits.stalled = limit;
        self
    }

    /// Sets the time without events after which a comment is sent, so that clients and proxies do not take the connection for
    /// dead. The default is 15 seconds.
    pub fn keep_alive(mut self, interval: Duration) -> Self {
        self.limits.keep_alive = interval;
        self
    }

    /// Sets the number of threads that drive runs. The default is the number of processors.
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// Sets the time that active runs have to end when the service stops. The default is 30 seconds. Runs that take longer are
    /// left to be resumed; with a limit of zero, all of them are.
    pub fn drain(mut self, limit: Duration) -> Self {
        self.drain = limit;
        self
    }

    /// Resumes interrupted runs of the service's pipelines: when the service starts, and whenever another process that ran some
    /// has died.
    ///
    /// A service starts to resume runs with [`serve`](Self::serve), or as soon as its [router](Self::into_router) exists;
    /// outside of a tokio runtime, with the first request. It stops if the router and its handle are dropped.
    ///
    /// Resumed runs count towards [`max_runs`](Self::max_runs), and wait until the limit allows them. A run whose pipeline has
    /// changed is not resumed. A run in which a step with `effect = "once"` was interrupted fails, and its error says what to
    /// do. A run that crashes its process is resumed with every start.
    pub fn resume_interrupted(mut self) -> Self {
        self.resume_interrupted = true;
        self
    }

    /// Returns the state that requests share, and forgets the rest.
    pub(super) fn into_state(self) -> Arc<ServiceState> {
        // An error may repeat a secret that the client sent, also before the first run.
        self.pipelines.values().for_each(|pipeline| (pipeline.learn_secrets)(self.source.runner()));
        let (stopping, stop) = (CancellationToken::new(), CancellationToken::new());
        let options = LocalOptions {
            runs: self.limits.runs,
            lagging: self.limits.lagging,
            threads: self.threads,
            resume_interrupted: self.resume_interrupted,
            stopping: stopping.clone(),
            stop: stop.clone(),
        };
        Arc::new(ServiceState {
            runner: self.source.runner().clone(),
            backend: self.source.into_backend(options),
            pipelines: self.pipelines,
            resumes_interrupted: self.resume_interrupted,
            access: self.access,
            limits: self.limits,
            large: LargeValues::default(),
            stopping,
            stop,
        })
    }

    /// Returns the routes, for a server of your own, and the handle that stops the runs; see [`ServiceHandle::shutdown`].
    ///
    /// The address of your server is not known here. So requests for unknown hosts are refused only if a
    /// [`host`](Self::host) was added.
    pub fn into_router(self) -> (Router, ServiceHandle) {
        let drain = self.drain;
        let state = self.into_state();
        if tokio::runtime::Handle::try_current().is_ok() {
            state.begin();
        }
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
