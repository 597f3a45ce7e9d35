//! Concurrent runs.

use super::*;

#[tokio::test]
async fn concurrent_runs_do_not_see_the_parameters_of_each_other() {
    let runner = runner().await;
    let runs = [1_usize, 2, 3].map(|n| {
        let runner = runner.clone();
        tokio::spawn(async move { runner.run(work(unique("apart"), vec![n; n])).await.expect("it succeeds").sum })
    });
    let mut sums = Vec::new();
    for run in runs {
        sums.push(run.await.expect("it runs"));
    }
    assert_eq!(sums, [2, 8, 18]);
}

#[tokio::test]
async fn a_run_outlives_its_runner_handle_and_can_be_spawned() {
    let name = unique("spawned");
    let runner = runner().await;
    let run = tokio::spawn(runner.run(work(name.clone(), vec![2])).run_id(&*name));
    let fork = |run: &str| tokio::spawn(runner.fork::<Work>(run, "factors"));
    assert_eq!(run.await.expect("it runs").expect("it succeeds").sum, 4);
    assert_eq!(fork(&name).await.expect("it runs").expect("it succeeds").sum, 4);
    drop(runner);
}

#[tokio::test]
async fn active_runs_are_limited_as_configured() {
    static NOW: AtomicU32 = AtomicU32::new(0);
    static MOST: AtomicU32 = AtomicU32::new(0);
    #[task(returns = [n])]
    async fn crowd() -> u32 {
        let now = NOW.fetch_add(1, Ordering::SeqCst) + 1;
        MOST.fetch_max(now, Ordering::SeqCst);
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        NOW.fetch_sub(1, Ordering::SeqCst);
        now
    }
    let runner = Runner::builder().max_runs(2).build().await.expect("a runner");
    let runs: Vec<_> = (0..8)
        .map(|_| {
            let runner = runner.clone();
            tokio::spawn(async move { runner.run(Crowd {}).await.map(drop) })
        })
        .collect();
    for run in runs {
        run.await.expect("it runs").expect("it succeeds");
    }
    assert_eq!(MOST.load(Ordering::SeqCst), 2);
}

/// The runner of the runs that steps start.
static NESTED: Mutex<Option<Runner>> = Mutex::new(None);

fn nested() -> Runner {
    NESTED.lock().expect("a runner").clone().expect("a runner")
}

#[task(returns = [n])]
async fn inner() -> u32 {
    7
}

#[task(returns = [n])]
async fn outer() -> Result<u32, runnable::Error> {
    Ok(nested().run(Inner {}).await?.n)
}

#[task(returns = [n], spawn)]
async fn outer_elsewhere() -> Result<u32, runnable::Error> {
    Ok(nested().run(Inner {}).await?.n)
}

#[task(returns = [n], blocking)]
fn outer_on_a_thread() -> Result<u32, runnable::Error> {
    let runtime = tokio::runtime::Handle::current();
    Ok(runtime.block_on(async { nested().run(Inner {}).await })?.n)
}

/// Fails if the run waits for itself.
async fn soon<T>(run: impl Future<Output = T>) -> T {
    tokio::time::timeout(std::time::Duration::from_secs(20), run).await.expect("the run waits for itself")
}

#[tokio::test]
async fn a_run_within_a_step_shares_the_place_of_its_run() {
    for log in [None, Some("memory:")] {
        let builder = Runner::builder().max_runs(1);
        let builder = match log {
            Some(log) => builder.run_log(log),
            None => builder,
        };
        let runner = builder.build().await.expect("a runner");
        *NESTED.lock().expect("a runner") = Some(runner.clone());
        assert_eq!(soon(async { runner.run(Outer {}).await }).await.expect("it runs").n, 7);
        assert_eq!(soon(async { runner.run(OuterElsewhere {}).await }).await.expect("it runs").n, 7);
        assert_eq!(soon(async { runner.run(OuterOnAThread {}).await }).await.expect("it runs").n, 7);
        // The place is free again.
        assert_eq!(soon(async { runner.run(Inner {}).await }).await.expect("it runs").n, 7);
    }
}

/// The runner of the runs that steps start in tasks.
static LIMITED: Mutex<Option<Runner>> = Mutex::new(None);

fn limited() -> Runner {
    LIMITED.lock().expect("a runner").clone().expect("a runner")
}

#[task(returns = [n])]
async fn outer_that_spawns() -> Result<u32, runnable::Error> {
    let run = tokio::spawn(limited().run(Inner {}));
    Ok(run.await.expect("it runs")?.n)
}

/// Starts a run in a task that does not know of its step, and waits for it for a while.
#[task(returns = [n], timeout = "1m")]
async fn outer_that_waits() -> Result<u32, runnable::Error> {
    let run = tokio::spawn(async { limited().run(Inner {}).await });
    Ok(run.await.expect("it runs")?.n)
}

/// The log of the process, as text.
#[derive(Clone, Default)]
struct Log(std::sync::Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("the log").write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test(start_paused = true)]
async fn a_step_may_spawn_the_run_that_it_starts() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let runner = Runner::builder().max_runs(1).build().await.expect("a runner");
    *LIMITED.lock().expect("a runner") = Some(runner.clone());
    assert_eq!(soon(async { runner.run(OuterThatSpawns {}).await }).await.expect("it runs").n, 7);
    let logged = || String::from_utf8(log.0.lock().expect("the log").clone()).expect("text");
    assert!(!logged().contains("max_runs"), "{}", logged());

    // The run waits for its step, which waits for the run: that is logged, and the limit of the step ends it.
    let error = runner.run(OuterThatWaits {}).await.expect_err("it waits for itself");
    assert_eq!(error.kind(), runnable::ErrorKind::TimedOut);
    let logged = logged();
    assert_eq!(
        logged.matches("a run has waited for 10s: the limit `executor.max-runs` (`max_runs`)").count(),
        1,
        "{logged}"
    );
    assert!(logged.contains("help: call `Runner::run` in the step"), "{logged}");
}
