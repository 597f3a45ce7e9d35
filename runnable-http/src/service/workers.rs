//! The threads that runs live on.
//!
//! That a run may move between threads cannot be asked for where only its pipeline's type is known: its future has no name.
//! So each stays on the thread where it began, and what it does may be `!Send`. Timers, sockets and what steps spawn belong
//! to the runtime that serves.

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

type Local = Pin<Box<dyn Future<Output = ()>>>;
type Job = Box<dyn FnOnce() -> Local + Send>;

/// Threads, begun with the first run.
#[derive(Debug)]
pub(super) struct Workers {
    count: usize,
    /// Cancelled where the runtime ends: its timers cannot be asked any more.
    over: CancellationToken,
    threads: Mutex<Vec<Worker>>,
}

#[derive(Debug)]
struct Worker {
    jobs: UnboundedSender<Job>,
    load: Arc<AtomicUsize>,
    thread: JoinHandle<()>,
}

impl Workers {
    pub(super) fn new(count: usize, over: CancellationToken) -> Self {
        Self { count: count.max(1), over, threads: Mutex::default() }
    }

    /// Runs what `make` gives on the thread that has the least to do.
    pub(super) fn spawn<F: Future<Output = ()> + 'static>(
        &self,
        make: impl FnOnce() -> F + Send + 'static,
    ) -> io::Result<()> {
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        let free = threads.iter().all(|worker| worker.load.load(Ordering::Relaxed) > 0);
        if threads.is_empty() {
            let over = self.over.clone().drop_guard();
            tokio::spawn(async move {
                let _over = over;
                std::future::pending::<()>().await;
            });
        }
        if free && threads.len() < self.count {
            let worker = Worker::begin(threads.len())?;
            threads.push(worker);
        }
        let least = threads.iter().min_by_key(|worker| worker.load.load(Ordering::Relaxed));
        let worker = least.ok_or_else(|| io::Error::other("no thread"))?;
        worker.load.fetch_add(1, Ordering::Relaxed);
        let load = Load(Arc::clone(&worker.load));
        let job: Job = Box::new(move || {
            Box::pin(async move {
                let _load = load;
                make().await;
            })
        });
        worker.jobs.send(job).map_err(|_| io::Error::other("a thread has ended"))
    }

    /// Waits for the threads, when their runs have ended.
    pub(super) async fn join(&self) {
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        let threads: Vec<_> = threads.into_iter().map(|worker| worker.thread).collect();
        // A run that panics is a run that has failed: the thread goes on.
        let join = move || threads.into_iter().for_each(|thread| drop(thread.join()));
        let _ = tokio::task::spawn_blocking(join).await;
    }
}

impl Worker {
    fn begin(number: usize) -> io::Result<Self> {
        let runtime = Handle::current();
        let (sender, jobs) = unbounded_channel();
        let thread = std::thread::Builder::new()
            .name(format!("runnable-{number}"))
            .spawn(move || runtime.block_on(LocalSet::new().run_until(work(jobs))))?;
        Ok(Self { jobs: sender, load: Arc::default(), thread })
    }
}

/// Begins what it is told to, and ends when nobody is left to tell it and all of it has ended.
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

/// One of a thread's runs.
struct Load(Arc<AtomicUsize>);

impl Drop for Load {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
