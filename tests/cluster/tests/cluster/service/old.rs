//! Runs whose events are only in the run log.

use super::Server;
use crate::{
    client::Blocks,
    machines::{Engine, Machines, on_each_engine},
    servers::servers,
};
use runnable::{runner::Runner, store::EventRecord};
use runnable_tests_cluster::Flood;

on_each_engine!(a_run_that_is_older_than_the_events_is_read_from_the_run_log);

async fn a_run_that_is_older_than_the_events_is_read_from_the_run_log(
    engine: Engine,
) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let server = Server::start(&machines.cluster).await;
    let log = format!("sqlite:{}", machines.folder.path().join("runs.db").display());
    let runner = Runner::builder().run_log(&log).build().await?;
    runner.run(Flood { chunks: 2500, bytes: 10 }).run_id("old").await?;
    let recorded = runner.log()?.events("old", 0, 10_000).await?;
    let types: Vec<_> = recorded.iter().map(|EventRecord { event_type, .. }| event_type.as_str().to_owned()).collect();

    let blocks = server.blocks("old").await;
    let read: Vec<_> =
        blocks.iter().map(|block| block.json()["type"].as_str().unwrap_or_default().to_owned()).collect();
    assert_eq!(read, types);
    let numbers: Vec<_> = blocks.iter().filter_map(|block| block.json()["seq"].as_u64()).collect();
    assert!(numbers.is_sorted_by(|a, b| a < b));
    for at in [0, 1, 511, 1022, 1023, 1024, 1500, 2048, 2400] {
        let headers = [("last-event-id", &*blocks[at].id)];
        let rest = server.ask("GET /runs/old/events", &headers, "").await;
        assert_eq!(Blocks::of(&rest.body), blocks[at + 1..], "after {at}");
        let whole = server.get(&format!("/runs/old/events/{}", numbers[at])).await;
        assert_eq!(whole.json(), blocks[at].json(), "{at}");
    }
    let last = [("last-event-id", &*blocks[blocks.len() - 1].id)];
    assert_eq!(server.ask("GET /runs/old/events", &last, "").await.status, 204);
    // The ids that events had on the servers.
    for id in [1024, 2048, 2048 + 7, 1_000_000 * 1024] {
        let answer = server.get(&format!("/runs/old/events?after={id}")).await;
        assert_eq!(answer.problem(410), "expired", "{id}");
    }
    let view = server.get("/runs/old").await.json();
    assert_eq!((view["last_seq"].as_u64(), &view["output"]["sent"]), (numbers.last().copied(), &2500.into()));
    let listed = server.get("/runs?pipeline=flood&limit=1").await.json();
    assert_eq!((&listed["runs"][0]["id"], &listed["runs"][0]["last_seq"]), (&"old".into(), &view["last_seq"]));
    assert_eq!(server.post("/runs/old/cancel", "").await.problem(409), "ended");
    Ok(())
}
