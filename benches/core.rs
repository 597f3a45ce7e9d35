//! Against hand-written async code, with allocation counts: `cargo bench --bench core`.
//!
//! Compare within one run: the machine is never quiet.
use divan::{AllocProfiler, Bencher, black_box};
use futures::stream::FuturesUnordered;
use runnable::prelude::*;
use std::pin::pin;

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn block_on<F: Future>(work: impl Fn() -> F) -> impl Fn() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    move || {
        black_box(runtime.block_on(work()));
    }
}

#[task(returns = [n])]
async fn inc(n: u64) -> u64 {
    black_box(n) + 1
}

pipeline! {
    fn chain10(n: u64) {
        a: inc >> b: inc >> c: inc >> d: inc >> e: inc >> f: inc >> g: inc >> h: inc >> i: inc >> j: inc
    }
}

pipeline! {
    fn fan(items: Vec<u64>) { map(items as n) { inc } }
}

#[derive(Debug, Clone, TaskEvent)]
enum Tick {
    Tick { n: u64, token: [u8; 16] },
    Done { last: u64 },
}

const EVENTS: u64 = 1000;

#[task(returns = [last])]
fn ticks() -> impl Stream<Item = Tick> {
    stream! {
        for n in 0..EVENTS { yield Tick::Tick { n: black_box(n), token: *b"token-of-16-byte" }; }
        yield Tick::Done { last: EVENTS };
    }
}

pipeline! { fn depth1() { ticks } }
pipeline! { fn depth2() { depth1 } }
pipeline! { fn depth3() { depth2 } }

/// Ten steps; divide by ten.
mod sequence_of_10 {
    use super::*;

    #[divan::bench]
    fn by_hand(bencher: Bencher) {
        bencher.bench_local(block_on(|| async {
            let mut n = black_box(1);
            for _ in 0..10 {
                n = inc(n).await;
            }
            n
        }));
    }

    #[divan::bench]
    fn execute(bencher: Bencher) {
        bencher.bench_local(block_on(|| chain10(black_box(1)).execute()));
    }

    #[divan::bench]
    fn events_read(bencher: Bencher) {
        bencher.bench_local(block_on(|| async {
            let mut run = chain10(black_box(1)).execute_streaming();
            while let Some(event) = run.next().await {
                black_box(event.seq());
            }
        }));
    }
}

/// A hundred branches; divide by a hundred.
mod branches_100 {
    use super::*;

    #[divan::bench]
    fn futures_unordered(bencher: Bencher) {
        bencher.bench_local(block_on(|| async {
            let mut all: FuturesUnordered<_> = (0..100_u64).map(|i| async move { (i, inc(i).await) }).collect();
            let mut out = vec![0; 100];
            while let Some((i, n)) = all.next().await {
                out[usize::try_from(i).unwrap_or(0)] = n;
            }
            out
        }));
    }

    #[divan::bench]
    fn map(bencher: Bencher) {
        bencher.bench_local(block_on(|| fan((0..100).collect()).execute()));
    }
}

/// A thousand events; divide by a thousand.
mod events_1000 {
    use super::*;

    async fn drain(stream: impl Stream<Item = Tick>) -> u64 {
        let (mut stream, mut sum) = (pin!(stream), 0);
        while let Some(event) = stream.next().await {
            if let Tick::Tick { n, token } = black_box(event) {
                sum += n + u64::from(token[0]);
            }
        }
        sum
    }

    #[divan::bench]
    fn by_hand(bencher: Bencher) {
        bencher.bench_local(block_on(|| drain(ticks())));
    }

    #[divan::bench]
    fn by_hand_and_one_layer(bencher: Bencher) {
        bencher.bench_local(block_on(|| {
            drain(stream! {
                let mut inner = pin!(ticks());
                while let Some(event) = inner.next().await { yield event; }
            })
        }));
    }

    #[divan::bench]
    fn depth_1(bencher: Bencher) {
        bencher.bench_local(block_on(|| async {
            let mut run = depth1().execute_streaming();
            while let Some(event) = run.next().await {
                black_box(event.data());
            }
        }));
    }

    #[divan::bench]
    fn depth_3(bencher: Bencher) {
        bencher.bench_local(block_on(|| async {
            let mut run = depth3().execute_streaming();
            while let Some(event) = run.next().await {
                black_box(event.data());
            }
        }));
    }
}

/// A run of one task.
mod start_up {
    use super::*;

    #[divan::bench]
    fn one_task_events_read(bencher: Bencher) {
        bencher.bench_local(block_on(|| async {
            let mut run = Inc { n: black_box(1) }.execute_streaming();
            while let Some(event) = run.next().await {
                black_box(event.seq());
            }
        }));
    }
}
