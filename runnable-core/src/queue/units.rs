//! Cooperation: work that is always ready yields now and then.
//!
//! An event that nobody reads, an item of a stream, a turn of a loop, an item of a `map` and a run may each be ready at once. Work
//! that consists of nothing else would never suspend, and its task would see neither a timeout nor the failure of a
//! sibling. So each of them is a unit of work, and after [`UNITS`] units the work suspends once, although it could continue.
//!
//! Units are counted per thread, which needs no runtime and costs less than tokio's budget. Work that is polled again always
//! makes progress, whatever polls it.

use super::capacity::now;
use std::{
    cell::Cell,
    future::{Future, poll_fn},
    pin::pin,
    task::{Context, Poll},
};
use tokio::task::yield_now;

/// The number of units in a poll of a task before its work yields. A prime: if the yields of one unit are lost, as those in
/// a `select!` may be, they fall on the other units of the same loop as well.
pub(crate) const UNITS: u32 = 127;

/// The number of units of work that is polled after other work of the same poll has yielded: there may be many such steps.
const FURTHER_UNITS: u32 = 13;

/// The time after which a busy thread lets the timers of its runtime fire, in nanoseconds. Tokio looks at them after 61 polls of
/// tasks that are ready, and each of these polls may run many steps.
const TIMERS: u64 = 10_000_000;

/// The time after which a thread that polled no run was idle, so that its timers could fire, in nanoseconds.
const IDLE: u64 = 100_000_000;

/// The number of polls after which the time is read, if no event has it.
const TURNS: u32 = 4;

/// The state of a thread. It is one variable, as each access to a variable of a thread is a call.
struct ThreadState {
    /// The units that are left before the next yield.
    left: Cell<u32>,
    /// The runs outside of other runs that may begin before the next yield.
    runs_left: Cell<u32>,
    /// True within [`in_turn`].
    polling: Cell<bool>,
    /// The polls that are left before the time is read.
    turns_left: Cell<u32>,
    /// The time when timers could fire last, in nanoseconds since the Unix epoch.
    fired: Cell<u64>,
}

thread_local! {
    static THREAD: ThreadState = const {
        ThreadState {
            left: Cell::new(UNITS),
            runs_left: Cell::new(UNITS),
            polling: Cell::new(false),
            turns_left: Cell::new(TURNS),
            fired: Cell::new(0),
        }
    };
}

/// Polls a task that runs steps. The outermost poll begins with all units.
#[inline]
pub(crate) fn in_turn<T>(poll: impl FnOnce() -> T) -> T {
    THREAD.with(|thread| {
        let _turn = (!thread.polling.replace(true)).then(|| {
            thread.left.set(UNITS);
            Turn(thread)
        });
        poll()
    })
}

/// An outermost poll.
struct Turn<'a>(&'a ThreadState);

impl Drop for Turn<'_> {
    #[inline]
    fn drop(&mut self) {
        self.0.polling.set(false);
    }
}

/// Ready, unless the timers of the runtime have to fire before the run is polled again. Pending, and due to be polled again, if
/// so. `now` is the time of the last batch of events.
#[inline]
pub(crate) fn poll_timers_at(now: u64, task: &mut Context<'_>) -> Poll<()> {
    let may_continue = THREAD.with(|thread| now.wrapping_sub(thread.fired.get()) < TIMERS || thread.polling.get());
    if may_continue { Poll::Ready(()) } else { poll_late_timers(now, task) }
}

/// Does what [`poll_timers_at`] does, without a time at hand: some of the calls read the clock.
#[inline]
pub(crate) fn poll_timers(task: &mut Context<'_>) -> Poll<()> {
    if count_down(|thread| &thread.turns_left, TURNS) { Poll::Ready(()) } else { poll_timers_at(now(), task) }
}

#[cold]
fn poll_late_timers(now: u64, task: &mut Context<'_>) -> Poll<()> {
    if now.wrapping_sub(THREAD.with(|thread| thread.fired.replace(now))) > IDLE {
        return Poll::Ready(());
    }
    // Tokio polls a task that has yielded in this way after it has looked at its timers.
    pin!(yield_now()).poll(task)
}

/// Counts a unit of work. Pending, and due to be polled again, if the work has to yield first.
#[inline]
pub(crate) fn poll_unit(task: &Context<'_>) -> Poll<()> {
    if count_down(|thread| &thread.left, FURTHER_UNITS) { Poll::Ready(()) } else { yield_once(task) }
}

/// Counts the beginning of a run as a unit of work: a step, or any other task, may do nothing but execute runs that are ready at
/// once. Pending, and due to be polled again, if the run has to wait for that.
#[inline]
pub(crate) fn poll_begin(task: &mut Context<'_>) -> Poll<()> {
    let may_begin = THREAD.with(|thread| {
        if thread.polling.get() { next(&thread.left, FURTHER_UNITS) } else { next(&thread.runs_left, UNITS) }
    });
    if may_begin { Poll::Ready(()) } else { pin!(yield_now()).poll(task) }
}

/// Returns whether the counter was above 0. It counts down, and begins again at `first` after 0.
#[inline]
fn count_down(counter: impl FnOnce(&ThreadState) -> &Cell<u32>, first: u32) -> bool {
    THREAD.with(|thread| next(counter(thread), first))
}

#[inline]
fn next(counter: &Cell<u32>, first: u32) -> bool {
    let left = counter.get();
    counter.set(left.checked_sub(1).unwrap_or(first));
    left > 0
}

/// Pending, and due to be polled again.
#[cold]
pub(crate) fn yield_once<T>(task: &Context<'_>) -> Poll<T> {
    task.waker().wake_by_ref();
    Poll::Pending
}

/// Counts a unit of work, and yields if it has to.
pub(crate) async fn unit() {
    poll_fn(|task| poll_unit(task)).await;
}
