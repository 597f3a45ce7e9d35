//! Readers whose connections are cut, and that read slowly.

use super::Server;
use crate::{
    client::{Block, Blocks, Client},
    faults::Dice,
    machines::{Engine, Machines, on_each_engine},
    servers::servers,
};
use serde_json::json;
use std::{net::SocketAddr, time::Duration};

on_each_engine!(
    a_reader_that_is_cut_at_random_reads_the_same_bytes_while_a_worker_is_killed,
    a_reader_of_a_spread_run_that_is_cut_at_random_reads_the_same_bytes,
    a_reader_continues_at_another_service_after_the_first_has_stopped,
    a_run_does_not_wait_for_slow_readers_and_they_get_every_event,
);

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Reads the events of a run over connections that are cut after a random number of bytes. Returns them, and the number of
/// connections.
async fn read(dice: &mut Dice, address: impl Fn() -> SocketAddr, run: &str) -> (Vec<Block>, u32) {
    let (mut all, mut connections) = (Vec::<Block>::new(), 0);
    loop {
        connections += 1;
        let mut client = Client::connect(address()).await;
        let last = all.last().map(|block| block.id.clone()).unwrap_or_default();
        client.send(&format!("GET /runs/{run}/events"), &[("last-event-id", &last)], "").await;
        let (status, _) = client.head().await;
        if status == 204 {
            return (all, connections);
        }
        assert_eq!(status, 200, "after `{last}`");
        let (mut bytes, mut blocks, mut left) = (Vec::new(), Blocks::default(), dice.below(4000));
        while let Ok(Some(chunk)) = client.chunk().await {
            let taken = chunk.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            left -= taken as u64;
            bytes.extend_from_slice(&chunk[..taken]);
            // A cut may be in the middle of a character.
            let whole = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
            all.extend(blocks.add(&bytes.drain(..whole).collect::<Vec<_>>()));
            if left == 0 {
                break;
            }
        }
    }
}

/// Reads the events of a run over a single connection.
async fn whole(server: SocketAddr, run: &str) -> Vec<Block> {
    Blocks::of(&Client::connect(server).await.ask(&format!("GET /runs/{run}/events"), &[], "").await.body)
}

async fn a_reader_that_is_cut_at_random_reads_the_same_bytes_while_a_worker_is_killed(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    survives_cuts(Machines::on(engine, servers, 2).await).await
}

async fn a_reader_of_a_spread_run_that_is_cut_at_random_reads_the_same_bytes(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    survives_cuts(Machines::spread(engine, servers, 2, &["docs"]).await).await
}

/// Cuts the connections of a reader while a worker is killed.
async fn survives_cuts(mut machines: Machines) -> Result<()> {
    let server = Server::start(&machines.cluster).await;
    let mut dice = Dice::new();
    for round in 0..2 {
        let seed = dice.0;
        machines.forget_starts();
        let run = server.begin("digest_all", &json!({ "n": 6, "ms": 40 })).await;
        let (address, of) = (server.address, run.clone());
        let uncut = tokio::spawn(async move { whole(address, &of).await });
        let of = run.clone();
        let mut other = Dice(seed | 1);
        let cut = tokio::spawn(async move { read(&mut other, || address, &of).await });
        machines.started().await;
        tokio::time::sleep(Duration::from_millis(50 + dice.below(200))).await;
        let victim = machines.starts().1.ok_or("a worker")?;
        machines.kill(victim);
        let ((cut, connections), uncut) = (cut.await?, uncut.await?);
        println!("seed {seed}, round {round}: {} events over {connections} connections", cut.len());
        assert!(connections > 2, "seed {seed}: it was cut");
        assert_eq!(cut, uncut, "seed {seed}");
        // And once more, after the end.
        let (later, _) = read(&mut dice, || address, &run).await;
        assert_eq!(later, uncut, "seed {seed}");
        assert_eq!(uncut.last().map(|block| block.json()["data"]["outcome"].clone()), Some(json!("success")));
    }
    Ok(())
}

async fn a_reader_continues_at_another_service_after_the_first_has_stopped(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let first = Server::start(&machines.cluster).await;
    let run = first.begin("digest_all", &json!({ "n": 6, "ms": 60 })).await;
    let mut client = Client::connect(first.address).await;
    client.send(&format!("GET /runs/{run}/events"), &[], "").await;
    assert_eq!(client.head().await.0, 200);
    let (mut blocks, mut read) = (Vec::new(), Blocks::default());
    while blocks.len() < 5 {
        let chunk = client.chunk().await.map_err(|()| "it is cut")?.ok_or("more events")?;
        blocks.extend(read.add(&chunk));
    }
    // Its runs are on the workers, and do not keep it.
    let stopping = std::time::Instant::now();
    first.stop().await;
    assert!(stopping.elapsed() < Duration::from_secs(10), "{:?}", stopping.elapsed());
    while let Ok(Some(chunk)) = client.chunk().await {
        blocks.extend(read.add(&chunk));
    }
    let second = Server::start(&machines.cluster).await;
    let last = blocks.last().ok_or("events")?.id.clone();
    let rest = second.ask(&format!("GET /runs/{run}/events"), &[("last-event-id", &last)], "").await;
    blocks.extend(Blocks::of(&rest.body));
    assert_eq!(blocks, second.blocks(&run).await);
    assert_eq!(second.until(&run, "succeeded").await["status"], "succeeded");
    Ok(())
}

async fn a_run_does_not_wait_for_slow_readers_and_they_get_every_event(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let server = Server::start(&machines.cluster).await;
    let run = server.begin("flood", &json!({ "chunks": 120, "bytes": 200_000 })).await;
    let (before, mut slow) = (memory(), vec![]);
    for _ in 0..8 {
        let mut client = Client::with_small_buffer(server.address).await;
        client.send(&format!("GET /runs/{run}/events"), &[], "").await;
        assert_eq!(client.head().await.0, 200);
        slow.push(client);
    }
    server.until(&run, "succeeded").await;
    let grown = memory().saturating_sub(before);
    for mut client in slow {
        let (mut blocks, mut read) = (0, Blocks::default());
        while let Some(chunk) = client.chunk().await.map_err(|()| "it is cut")? {
            blocks += read.add(&chunk).len();
        }
        assert!(blocks > 120, "{blocks}");
    }
    println!("8 slow readers of 24 MB: {grown} KiB");
    assert!(grown < 96 * 1024, "{grown} KiB");
    Ok(())
}

/// Returns the memory of this process in KiB, or 0 if the platform does not report it.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
