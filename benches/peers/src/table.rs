//! The printed tables.
use crate::measure::{Contestant, Cost};
use crate::meter::UNIT;
use crate::work::Work;

/// Prints one table per workload, ordered by cost; ratios compare running without building.
pub fn print(contestants: &[Contestant], costs: &[Cost]) {
    for work in Work::ALL {
        let (unit, units) = work.units();
        let mut rows: Vec<_> = contestants.iter().zip(costs).filter(|(who, _)| who.work == work).collect();
        rows.sort_by(|(_, a), (_, b)| a.run.total_cmp(&b.run));
        let ours = rows.iter().find(|(who, _)| who.package == "runnable" && who.how.is_empty());
        let ours = ours.map_or(f64::NAN, |(_, cost)| cost.run);
        println!("\n### {}\n", work.name());
        println!("| crate | build, {UNIT} | run, {UNIT} | run, {UNIT} per {unit} | run / `runnable` |");
        println!("|---|---:|---:|---:|---:|");
        for (who, cost) in rows {
            let ratio = if ours > 0.0 { format!("{:.2}", cost.run / ours) } else { "-".into() };
            println!("| {} | {:.0} | {:.0} | {:.1} | {ratio} |", name(who), cost.build, cost.run, cost.run / units);
        }
    }
}

fn name(who: &Contestant) -> String {
    let how = if who.how.is_empty() { String::new() } else { format!(", {}", who.how) };
    format!("{}{}{how}", who.package, version(who.package))
}

/// Returns the version that `Cargo.toml` pins.
fn version(package: &str) -> String {
    let manifest = include_str!("../Cargo.toml");
    let line = manifest.lines().find(|line| line.starts_with(package) && line.contains("\"="));
    let version = line.and_then(|line| line.split("\"=").nth(1)?.split('"').next());
    version.map(|version| format!(" {version}")).unwrap_or_default()
}
