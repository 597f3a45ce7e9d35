//! The pairs of workloads to compare, and their targets.
use crate::{
    sample::Work,
    work::{branches, control, events, policies, program, start_up, steps, wire},
};

/// The maximum time of our side.
pub(crate) enum Target {
    /// No target.
    None,
    /// Nanoseconds on the reference machine.
    Nanoseconds(f64),
    /// A multiple of the limit.
    Ratio(f64),
}

/// Our workload and its limit.
pub(crate) struct Pair {
    pub(crate) work: &'static str,
    /// The name of the limit.
    pub(crate) against: &'static str,
    /// The number of units in one repetition.
    pub(crate) per: f64,
    pub(crate) limit: Work,
    pub(crate) ours: Work,
    pub(crate) target: Target,
    /// The maximum number of allocations per unit.
    pub(crate) allocations: Option<f64>,
}

macro_rules! pairs {
    ($($work:literal / $per:literal: $ours:path, $against:literal: $limit:path => $target:expr, $allocations:expr;)*) => {
        vec![$(Pair {
            work: $work,
            against: $against,
            per: f64::from($per),
            limit: Work::new($limit),
            ours: Work::new($ours),
            target: $target,
            allocations: $allocations,
        }),*]
    };
}

/// Returns every pair, in the order of the table.
pub(crate) fn pairs() -> Vec<Pair> {
    use Target::{Nanoseconds as Ns, None as Free, Ratio};
    let mut pairs = pairs! {
        "a step of a sequence of 5" / 5: steps::execute_5, "await": steps::by_hand_5 => Ns(20.0), Some(1.0);
        "a step of a sequence of 100" / 100: steps::execute_100, "await": steps::by_hand_100 => Ns(20.0), Some(0.0);
        "a step with its events read" / 100: steps::events_read_100, "boxed await, channel": steps::channel_read_100 => Ns(100.0), None;
        "a step with its events not read" / 100: steps::events_unread_100, "await": steps::by_hand_100 => Free, None;
        "a branch of `parallel`" / 100: branches::parallel_100, "`join!`": branches::join_100 => Ns(60.0), None;
        "an item of `map`" / 100: branches::map_100, "`futures-buffered`": branches::futures_buffered_100 => Ns(60.0), None;
        "an item and its index" / 100: branches::map_indexed_100, "`futures-buffered`": branches::futures_buffered_100 => Free, None;
        "an item of a `map` that collects" / 100: branches::map_collecting_100, "`futures-buffered`": branches::futures_buffered_100 => Free, None;
        "a branch of `race`" / 100: branches::race_100, "`select_ok`": branches::select_ok_100 => Free, None;
        "a spawned branch" / 100: branches::parallel_spawned_100, "`tokio::spawn`": branches::spawn_100 => Ns(250.0), None;
        "a spawned item" / 100: branches::map_spawned_100, "`tokio::spawn`, `futures-buffered`": branches::spawn_buffered_100 => Ns(250.0), None;
        "a diamond of 4 steps" / 1: branches::diamond, "`join!`": branches::diamond_by_hand => Free, None;
        "an event, depth 1" / 1000: events::depth_1, "bare `stream!`": events::stream_0 => Ratio(1.2), Some(0.0);
        "an event, depth 3" / 1000: events::depth_3, "`stream!` and a layer": events::stream_1 => Ratio(1.0), Some(0.0);
        "an event, depth 8" / 1000: events::depth_8, "`stream!` and a layer": events::stream_1 => Ratio(1.0), Some(0.0);
        "an event of an emitter" / 1000: events::emitter, "channel": events::channel => Ns(20.0), Some(0.0);
        "an event of 100 producers" / 1000: events::merged, "`select_all`": events::merged_by_hand => Free, None;
        "an event as an SSE frame" / 1000: wire::frame, "`to_writer`, texts ready": wire::to_writer => Ratio(1.1), Some(0.0);
        "an event by `to_writer`" / 1000: wire::event_to_writer, "`to_writer`, texts ready": wire::to_writer => Free, Some(0.0);
        "a run of one task" / 1: start_up::execute, "await": start_up::by_hand => Free, None;
        "the same, its events read" / 1: start_up::events_read, "boxed await, channel": start_up::channel_read => Ns(300.0), Some(4.0);
        "a retry not needed" / 10: policies::retry_unused, "the step alone": policies::plain => Free, None;
        "a retry needed once" / 10: policies::retry_used, "a loop": policies::retry_by_hand => Free, None;
        "a timeout kept" / 10: policies::timeout_unused, "`tokio::time::timeout`": policies::timeout_by_hand => Free, None;
        "a group's retry not needed" / 10: policies::group_retry_unused, "the step alone": policies::plain => Free, None;
        "a group's retry needed once" / 10: policies::group_retry_used, "a loop": policies::retry_by_hand => Free, None;
        "a group's timeout kept" / 10: policies::group_timeout_unused, "`tokio::time::timeout`": policies::timeout_by_hand => Free, None;
        "an `if` not taken" / 10: control::if_untaken, "the step alone": control::plain => Free, None;
        "a `match` passed through" / 10: control::match_untaken, "the step alone": control::plain => Free, None;
        "a `try` not needed" / 10: control::try_unused, "the step alone": control::plain => Free, None;
        "a turn of a `repeat`" / 10: control::repeat, "the step alone": control::plain => Free, None;
        "the README's program" / 1: program::with_pipeline, "by hand": program::by_hand => Ratio(1.1), None;
    };
    pairs.push(Pair {
        work: "a timeout that expires",
        against: "`tokio::time::timeout`",
        per: 1.0,
        limit: Work::paused(policies::timeout_used_by_hand),
        ours: Work::paused(policies::timeout_used),
        target: Free,
        allocations: None,
    });
    pairs
}

macro_rules! limits {
    ($($name:literal / $per:literal: $work:path;)*) => {
        vec![$(($name, f64::from($per), Work::new($work), Work::new($work))),*]
    };
}

/// Returns the limits: the name, the number of units in one repetition, and the workload twice.
pub(crate) fn limits() -> Vec<(&'static str, f64, Work, Work)> {
    limits! {
        "direct await" / 100: steps::by_hand_100;
        "branch of `join!`" / 100: branches::join_100;
        "future in `FuturesUnordered`" / 100: branches::futures_unordered_100;
        "future in `futures-buffered`" / 100: branches::futures_buffered_100;
        "`tokio::spawn` and its join" / 100: branches::spawn_100;
        "`tokio::spawn` in `futures-buffered`" / 100: branches::spawn_buffered_100;
        "event of a bare `stream!`" / 1000: events::stream_0;
        "event of a bare `stream!` of ours" / 1000: events::stream_of_ours;
        "event through one more `stream!`" / 1000: events::stream_1;
        "event through three more" / 1000: events::stream_3;
        "event through a channel of one" / 1000: events::channel;
        "`to_writer` into a reused buffer" / 1000: wire::to_writer;
        "the README's program" / 1: program::by_hand;
    }
}
