//! Our times relative to hand-written code: `cargo bench --bench ratios`.
//!
//! `-- map` measures the workloads with `map` in their names; `-- --write` puts the tables into
//! `benches/README.md`.
#![allow(clippy::cast_precision_loss, reason = "nanoseconds of a sample are few")]

mod sample;
#[path = "../work/mod.rs"]
mod work;

mod pairs;

use pairs::{Pair, Target, limits, pairs};
use sample::{Work, side_by_side};
use work::{
    events,
    report::{Table, machine, publish},
};

/// The time of an event of a bare `stream!` on the machine for which the targets in nanoseconds
/// were set.
const REFERENCE_NS: f64 = 17.0;

fn main() {
    let filters: Vec<_> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let wanted = |name: &str| filters.is_empty() || filters.iter().any(|filter| name.contains(filter.as_str()));
    let (bare, again) = (Work::new(events::stream_0), Work::new(events::stream_0));
    let (first, second) = side_by_side(&bare, &again);
    let event = first.min(second) / events::EVENTS as f64;
    let scale = event / REFERENCE_NS;
    let text = format!(
        "{}. A bare `stream!` takes {event:.1} ns per event here and {REFERENCE_NS} ns on the machine of the targets, which \
         are multiplied by {scale:.2}.\n",
        machine()
    );
    let ours = against(pairs().into_iter().filter(|pair| wanted(pair.work)), scale);
    publish("ratios", &format!("{text}\n{ours}"));
    publish("limits", &alone(limits().into_iter().filter(|limit| wanted(limit.0))));
}

/// Builds the table of our times against the limits.
fn against(pairs: impl Iterator<Item = Pair>, scale: f64) -> String {
    let columns = ["work", "against", "its ns", "ours, ns", "ratio", "allocations", "target", "met"];
    let mut table = Table::new(&columns);
    for pair in pairs {
        let (limit, ours) = side_by_side(&pair.limit, &pair.ours);
        let (limit, ours) = (limit / pair.per, ours / pair.per);
        let allocations = pair.ours.allocations() / pair.per;
        let (target, met) = pair.verdict(limit, ours, allocations, scale);
        table.row(vec![
            pair.work.into(),
            pair.against.into(),
            nanoseconds(limit),
            nanoseconds(ours),
            format!("{:.2}", ours / limit),
            format!("{allocations:.2}"),
            target,
            met.into(),
        ]);
    }
    table.markdown()
}

impl Pair {
    /// Returns the target on this machine, and the words for its success or failure.
    fn verdict(&self, limit: f64, ours: f64, allocations: f64, scale: f64) -> (String, &'static str) {
        let (wanted, held) = match self.target {
            Target::None => return (String::from("-"), "-"),
            Target::Nanoseconds(most) => (format!("{} ns", nanoseconds(most * scale)), ours <= most * scale),
            Target::Ratio(most) => (format!("{most:.2}x"), ours <= most * limit),
        };
        let (allowed, few) = match self.allocations {
            Some(most) => (format!(", {most} allocations"), allocations < most + 0.05),
            None => (String::new(), true),
        };
        (format!("{wanted}{allowed}"), if held && few { "yes" } else { "no" })
    }
}

/// Builds the table of the limits.
fn alone(limits: impl Iterator<Item = (&'static str, f64, Work, Work)>) -> String {
    let mut table = Table::new(&["by hand", "ns", "allocations"]);
    for (name, per, one, other) in limits {
        let (first, second) = side_by_side(&one, &other);
        let allocations = one.allocations() / per;
        table.row(vec![name.into(), nanoseconds(first.min(second) / per), format!("{allocations:.2}")]);
    }
    table.markdown()
}

fn nanoseconds(ns: f64) -> String {
    if ns < 10.0 { format!("{ns:.1}") } else { format!("{ns:.0}") }
}
