//! The workloads: the same functions for every crate, and the expected results.
use std::hint::black_box;

/// A workload.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Ten steps in sequence.
    Sequence,
    /// A hundred branches with the same input, and their sum.
    FanOut,
    /// A step, two steps that use its result, and a step that uses both.
    Diamond,
    /// A thousand events of 24 bytes from a step to a reader.
    Events,
}

impl Work {
    /// All workloads, in the order of the output.
    pub const ALL: [Self; 4] = [Self::Sequence, Self::FanOut, Self::Diamond, Self::Events];

    /// Returns the name for headings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sequence => "sequence of 10",
            Self::FanOut => "fan-out of 100, joined",
            Self::Diamond => "diamond",
            Self::Events => "1,000 events",
        }
    }

    /// Returns the unit of the workload and the number of units.
    pub fn units(self) -> (&'static str, f64) {
        match self {
            Self::Sequence => ("step", 10.0),
            Self::FanOut => ("branch", 100.0),
            Self::Diamond => ("step", 4.0),
            Self::Events => ("event", 1000.0),
        }
    }

    /// Returns the expected result, so that no contestant is faster by doing less.
    pub fn expected(self) -> u64 {
        match self {
            Self::Sequence => START + STEPS as u64,
            Self::FanOut => (0..BRANCHES).map(|i| START + i).sum(),
            Self::Diamond => (START + 1) * 2 + (START + 1) + 5,
            Self::Events => (0..EVENTS).map(|n| n + u64::from(TOKEN[0])).sum(),
        }
    }
}

/// The number of steps in a sequence.
pub const STEPS: usize = 10;
/// The number of branches in a fan-out.
pub const BRANCHES: u64 = 100;
/// The number of events in a stream.
pub const EVENTS: u64 = 1000;
/// The payload of every event.
pub const TOKEN: [u8; 16] = *b"token-of-16-byte";

const START: u64 = 10;

/// Returns the input of all workloads except events, hidden from the optimizer.
pub fn start() -> u64 {
    black_box(START)
}

/// A step with hardly any work, so that the cost of the framework dominates.
pub fn inc(n: u64) -> u64 {
    black_box(n) + 1
}

/// A step of the diamond.
pub fn double(n: u64) -> u64 {
    black_box(n) * 2
}

/// A step of the diamond.
pub fn plus_five(n: u64) -> u64 {
    black_box(n) + 5
}

/// A branch of the fan-out, and the last step of the diamond.
pub fn add(n: u64, i: u64) -> u64 {
    black_box(n) + i
}

/// An item of the stream.
#[derive(Debug, Clone, Copy)]
pub struct Tick {
    pub n: u64,
    pub token: [u8; 16],
}

impl Tick {
    /// Creates the event with this number.
    pub fn new(n: u64) -> Self {
        Self { n: black_box(n), token: TOKEN }
    }

    /// Reads the event.
    pub fn read(&self) -> u64 {
        let tick = black_box(self);
        tick.n + u64::from(tick.token[0])
    }
}
