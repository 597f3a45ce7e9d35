//! The work: the same functions under every crate, and what each piece of work must give.
use std::hint::black_box;

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Ten steps, one after the other, each of the one before.
    Sequence,
    /// A hundred branches of one input, and their sum.
    FanOut,
    /// One step, two steps of it, and one step of both.
    Diamond,
    /// A thousand events of 24 bytes from one step to a reader.
    Events,
}

impl Work {
    /// In the order in which they are printed.
    pub const ALL: [Self; 4] = [Self::Sequence, Self::FanOut, Self::Diamond, Self::Events];

    /// As in the headings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sequence => "sequence of 10",
            Self::FanOut => "fan-out of 100, joined",
            Self::Diamond => "diamond",
            Self::Events => "1,000 events",
        }
    }

    /// The unit that the work is divided by, and how many there are of it.
    pub fn units(self) -> (&'static str, f64) {
        match self {
            Self::Sequence => ("step", 10.0),
            Self::FanOut => ("branch", 100.0),
            Self::Diamond => ("step", 4.0),
            Self::Events => ("event", 1000.0),
        }
    }

    /// What everyone must give: nobody is faster by doing less.
    pub fn expected(self) -> u64 {
        match self {
            Self::Sequence => START + STEPS as u64,
            Self::FanOut => (0..BRANCHES).map(|i| START + i).sum(),
            Self::Diamond => (START + 1) * 2 + (START + 1) + 5,
            Self::Events => (0..EVENTS).map(|n| n + u64::from(TOKEN[0])).sum(),
        }
    }
}

/// How many steps there are in a sequence.
pub const STEPS: usize = 10;
/// How many branches there are in a fan-out.
pub const BRANCHES: u64 = 100;
/// How many events a stream has.
pub const EVENTS: u64 = 1000;
/// What every event carries besides its number.
pub const TOKEN: [u8; 16] = *b"token-of-16-byte";

const START: u64 = 10;

/// The input of all but the events, which the optimiser cannot see through.
pub fn start() -> u64 {
    black_box(START)
}

/// A step: hardly any work, so that the frameworks' own cost is what is seen.
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

/// What a stream yields.
#[derive(Debug, Clone, Copy)]
pub struct Tick {
    pub n: u64,
    pub token: [u8; 16],
}

impl Tick {
    /// The event of that number.
    pub fn new(n: u64) -> Self {
        Self { n: black_box(n), token: TOKEN }
    }

    /// What a reader does with it.
    pub fn read(&self) -> u64 {
        let tick = black_box(self);
        tick.n + u64::from(tick.token[0])
    }
}
