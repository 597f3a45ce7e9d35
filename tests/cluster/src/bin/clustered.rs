//! A worker that tests kill and freeze. It ends with the process that started it, which holds its standard input.

use runnable_cluster::Worker;
use runnable_tests_cluster::{
    Broken, DigestAll, Fan, Flood, Hopeless, Hundred, Large, Many, Mended, Nested, One, Shout, Staged, Stubborn, Tick,
    Wait, Waits, next,
};
use std::io::Read;

#[tokio::main]
async fn main() -> Result<(), runnable_cluster::ClusterError> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let config = std::env::args().nth(1).expect("the first argument is the configuration");
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(3);
    });
    let worker = Worker::from_config(config)?;
    let worker = match std::env::var("CLUSTER_BUILD").as_deref() {
        Ok("next") => worker.pipeline::<next::Staged>(),
        _ => worker.pipeline::<Staged>(),
    };
    worker
        .pipeline::<DigestAll>()
        .pipeline::<Hundred>()
        .pipeline::<Many>()
        .pipeline::<Fan>()
        .pipeline::<One>()
        .pipeline::<Tick>()
        .pipeline::<Flood>()
        .pipeline::<Broken>()
        .pipeline::<Wait>()
        .pipeline::<Hopeless>()
        .pipeline::<Stubborn>()
        .pipeline::<Large>()
        .pipeline::<Shout>()
        .pipeline::<Mended>()
        .pipeline::<Nested>()
        .pipeline::<Waits>()
        .serve()
        .await
}
