//! Growth with the size of a program: `cargo bench --bench scale`; `-- --write` puts the tables
//! into `benches/README.md`.
// Seventeen levels exceed the default limit if the feature `test` is enabled, which wraps every
// level.
#![recursion_limit = "256"]
#![allow(clippy::cast_precision_loss, reason = "sizes and nanoseconds are far from 2^52")]

mod concurrent;
mod depth;
#[allow(dead_code, reason = "this target has no pairs")]
#[path = "../ratios/sample.rs"]
mod sample;
mod steps;
mod width;
#[path = "../work/mod.rs"]
mod work;

use sample::{Work, side_by_side};
use work::report::{Table, publish};

fn main() {
    publish("concurrent runs", &concurrent::table());
    publish("growth", &format!("{}\n{}\n{}", steps::table(), width::table(), depth::table()));
}

/// A measurement of a growing workload.
struct Point {
    /// The size of the workload: the number of steps, items or levels.
    size: usize,
    /// Nanoseconds without and with events.
    quiet: f64,
    read: f64,
    /// The size of the run's future in bytes.
    future: usize,
}

impl Point {
    fn measure(size: usize, future: usize, quiet: &Work, read: &Work) -> Self {
        let (quiet, read) = side_by_side(quiet, read);
        Self { size, quiet, read, future }
    }
}

/// Builds the table of some points, with the power of the size by which each column grows.
fn growth(of: &str, points: &[Point]) -> String {
    let columns = [of, "ns each", "ns each, events read", "bytes of the future"];
    let mut table = Table::new(&columns);
    for point in points {
        let each = |ns: f64| format!("{:.1}", ns / point.size as f64);
        table.row(vec![point.size.to_string(), each(point.quiet), each(point.read), point.future.to_string()]);
    }
    let power =
        |value: fn(&Point) -> f64| format!("n^{:.2}", exponent(points.iter().map(|p| (p.size as f64, value(p)))));
    table.row(vec!["the total grows by".into(), power(|p| p.quiet), power(|p| p.read), power(|p| p.future as f64)]);
    table.markdown()
}

/// Returns the exponent of the best power law: the slope of the line through the logarithms.
fn exponent(points: impl Iterator<Item = (f64, f64)>) -> f64 {
    let logs: Vec<_> = points.map(|(x, y)| (x.ln(), y.ln())).collect();
    let count = logs.len() as f64;
    let mean = logs.iter().fold((0.0, 0.0), |sum, log| (sum.0 + log.0 / count, sum.1 + log.1 / count));
    let along = logs.iter().map(|log| (log.0 - mean.0) * (log.1 - mean.1)).sum::<f64>();
    along / logs.iter().map(|log| (log.0 - mean.0).powi(2)).sum::<f64>()
}
