//! Runs that a runner has recorded.

use runnable::{prelude::*, runner::Runner};
use runnable_view::{Recording, TextStyle};
use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::SystemTime,
};

static CALLS: AtomicU32 = AtomicU32::new(0);

#[task(returns = [text])]
async fn load(n: u32) -> String {
    "x".repeat(n as usize)
}

#[task(returns = [text], retry(3))]
async fn flaky(n: u32) -> Result<String, String> {
    match CALLS.fetch_add(1, Ordering::SeqCst) {
        0 => Err("429 Too Many Requests".to_owned()),
        _ => Ok(n.to_string()),
    }
}

#[task(returns = [text])]
async fn broken(n: u32) -> Result<String, String> {
    tokio::task::yield_now().await;
    if n == 2 { Err("no such language".to_owned()) } else { std::future::pending().await }
}

#[task]
async fn last(text: &str) {
    let _ = text;
}

pipeline! {
    fn sub(n: u32) -> [text] { load >> rounds: repeat(max = 2, index as i) { last } until(i > 2) >> flaky }
}
pipeline! {
    fn whole(n: u32, all: Vec<u32>) -> [texts] {
        sub -> [text as first]
            >> both: parallel { load -> [text as a], { flaky -> [text as b] >> last(text = b) } -> [b], load2: load -> [text as c] }
            >> match n { 1 => chosen: load -> [text as d], _ => other: load -> [text as d] }
            >> try { inner: broken(n = 2u32) -> [text as e] } else |_error| { load(n = n) -> [text as e] }
            >> map(all as n) { inner: flaky -> [text as s] >> broken } -> [text as texts]
    }
}

#[tokio::test]
async fn a_recorded_run_has_the_tree_of_its_steps() {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    runner.run(whole(1, vec![0, 1, 2, 3])).run_id("one").await.expect_err("it fails");
    let log = runner.log().expect("a log");
    let run = log.run("one").await.expect("it is read").expect("it is recorded");
    let (steps, graph) = (log.steps("one").await.expect("they are read"), Whole::graph());
    let model = Recording::new(&run, &steps, SystemTime::now()).graph(&graph).model();
    assert_eq!(model.why().as_deref(), Some("all[2]/broken: no such language"));
    let seen: Vec<_> = model.nodes().iter().map(|node| format!("{} {}", node.path, node.status)).collect();
    let expected = [
        "sub succeeded",
        "sub/load succeeded",
        "sub/rounds succeeded",
        "sub/rounds[0] succeeded",
        "sub/rounds[0]/last succeeded",
        "sub/rounds[1] succeeded",
        "sub/rounds[1]/last succeeded",
        "sub/flaky succeeded",
        "both succeeded",
        "both/load succeeded",
        "both/flaky succeeded",
        "both/load2 succeeded",
        "both/load2/load succeeded",
        "both/last succeeded",
        "chosen succeeded",
        "inner recovered",
        "load succeeded",
        "all failed",
    ];
    assert_eq!(seen[..expected.len()], expected);
    let counts = model.nodes().iter().find(|node| node.path == "all").expect("a map").items;
    assert_eq!((counts.total(), counts.failed, counts.cancelled), (4, 1, 3));
    let flaky = model.nodes().iter().find(|node| node.path == "sub/flaky").expect("a step");
    assert_eq!(flaky.attempts.iter().map(|attempt| attempt.record.attempt).collect::<Vec<_>>(), [1, 2]);
    let critical: Vec<_> = model.critical().map(|node| node.path).collect();
    assert!(critical.contains(&"sub/flaky") && critical.contains(&"all[2]/broken"), "{critical:?}");
    assert!(!critical.contains(&"all[3]/broken"), "{critical:?}");
    assert!(model.tree(&TextStyle::new()).contains("↷ inner"));
}
