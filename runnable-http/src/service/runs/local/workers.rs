//! The threads that drive runs.
//!
//! A service knows a run by the type of its pipeline only. The run's future has no name, so it cannot be required to be `Send`,
//! and every run stays on the thread on which it started. Timers, sockets and tasks that steps spawn belong to the runtime of
//! the server.

use std::{
    future::Future,
    io,
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread::JoinHandle,
};
use tokio::{
    runtime::Handle,
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    task::LocalSet,
};
use tokio_util::sync::CancellationToken;

type LocalBoxFuture = Pin<Box<dyn Future<Output = ()>>>;
type Job = Box<dyn FnOnce() -> LocalBoxFuture + Send>;

/// Worker threads, started as runs need them.
#[derive(Debug)]
pub(super) struct Workers {
    count: usize,
    /// Cancelled when the runtime of the server ends: its timers do not work any more.
    runtime_ended: CancellationToken,
    threads: Mutex<Vec<Worker>>,
}

#[derive(Debug)]
struct Worker {
    jobs: UnboundedSender<Job>,
    load: Arc<AtomicUsize>,
    thread: JoinHandle<()>,
}

impl Workers {
    pub(super) fn new(count: usize, runtime_ended: CancellationToken) -> Self {
        Self { count: count.max(1), runtime_ended, threads: Mutex::default() }
    }

    /// Drives the future that `make` returns on the thread with the fewest runs.
    pub(super) fn spawn<F: Future<Output = ()> + 'static>(
        &self,
        make: impl FnOnce() -> F + Send + 'static,
    ) -> io::Result<()> {
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        let all_busy = threads.iter().all(|worker| worker.load.load(Ordering::Relaxed) > 0);
        if threads.is_empty() {
            let guard = self.runtime_ended.clone().drop_guard();
            tokio::spawn(async move {
                let _guard = guard;
                std::future::pending::<()>().await;
            });
        }
        if all_busy && threads.len() < self.count {
            let worker = Worker::start(threads.len())?;
            threads.push(worker);
        }
        let least = threads.iter().min_by_key(|worker| worker.load.load(Ordering::Relaxed));
        let worker = least.ok_or_else(|| io::Error::other("no worker thread"))?;
        worker.load.fetch_add(1, Ordering::Relaxed);
        let load = Load(Arc::clone(&worker.load));
        let job: Job = Box::new(move || {
            Box::pin(async move {
                let _load = load;
                make().await;
            })
        });
        worker.jobs.send(job).map_err(|_| io::Error::other("a worker thread has ended"))
    }

    /// Waits until all runs and their threads have ended.
    pub(super) async fn join(&self) {
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        let threads: Vec<_> = threads.into_iter().map(|worker| worker.thread).collect();
        // A panic is caught by the run, which fails. The thread does not panic.
        let join = move || threads.into_iter().for_each(|thread| drop(thread.join()));
        let _ = tokio::task::spawn_blocking(join).await;
    }
}

impl Worker {
    fn start(number: usize) -> io::Result<Self> {
        let runtime = Handle::current();
        let (sender, jobs) = unbounded_channel();
        let thread = std::thread::Builder::new()
            .name(format!("runnable-{number}"))
            .spawn(move || runtime.block_on(LocalSet::new().run_until(work(jobs))))?;
        Ok(Self { jobs: sender, load: Arc::default(), thread })
    }
}

/// Drives jobs until the sender is dropped and all jobs have ended.
async fn work(mut jobs: UnboundedReceiver<Job>) {
    let mut all = tokio::task::JoinSet::new();
    loop {
        tokio::select! {
            job = jobs.recv() => match job {
                Some(job) => drop(all.spawn_local(job())),
                None => break,
            },
            Some(_) = all.join_next() => {}
        }
    }
    while all.join_next().await.is_some() {}
}

/// Counts a run of a thread while the run is active.
struct Load(Arc<AtomicUsize>);

impl Drop for Load {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
