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
