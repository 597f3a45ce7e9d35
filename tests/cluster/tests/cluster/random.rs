//! Random pipelines, whose items run on two workers: see `tests/random/cluster.py`.

use crate::{
    machines::{Engine, Seen, Setup, on_each_engine},
    servers::servers,
};
use runnable::store::RunFilter;
use std::{collections::BTreeMap, fs, process::Command};

on_each_engine!(random_pipelines_on_two_workers_equal_the_interpreter,);

async fn random_pipelines_on_two_workers_equal_the_interpreter(
    engine: Engine,
) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let program = env!("CARGO_BIN_EXE_random");
    let maps = String::from_utf8(Command::new(program).output()?.stdout)?;
    let settings = format!("spread = {:?}", maps.split_whitespace().collect::<Vec<_>>());
    let machines = Setup::new(engine, servers, 2).program(program).settings(&settings).start().await;
    let checked = Command::new(program).arg(machines.config(0)).arg("random").output()?;
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));

    let runs = machines.cluster.list(&RunFilter::new().limit(1000)).await?;
    let mut items = 0;
    for run in &runs {
        let seen = Seen::read(&machines.cluster, &run.id, 0, usize::MAX).await?;
        seen.check();
        items += seen.seqs.iter().filter(|(item, seq)| *seq == 1 && !item.is_empty()).count();
    }
    println!("{} random pipelines with {items} items on other workers", runs.len());
    assert!(items >= runs.len(), "{items} items");
    let mut bodies = BTreeMap::<String, u32>::new();
    for body in fs::read_to_string(machines.folder.path().join("effects")).unwrap_or_default().lines() {
        *bodies.entry(body.to_owned()).or_default() += 1;
    }
    assert!(bodies.values().all(|count| *count == 1), "a body ran twice: {bodies:?}");
    Ok(())
}
