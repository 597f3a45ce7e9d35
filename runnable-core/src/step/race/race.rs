//! The race: the first branch that succeeds gives its output, once all others have ended.

use super::{branches::Racers, losers::Paths};
use crate::{
    context::{PlainCx, StepCx},
    event::RunData,
    id::{Error, ErrorKind, Place, Result},
    queue::Receipt,
    step::boxed,
};
use pin_project_lite::pin_project;
use std::{
    fmt,
    future::Future,
    pin::Pin,
    sync::atomic::Ordering,
    task::{Context, Poll, ready},
};
use tokio::task::coop::has_budget_remaining;

pin_project! {
    /// The future of [`StepCx::race`].
    pub struct Race<'a, B, T> {
        #[pin]
        branches: B,
        cx: PlainCx<'a>,
        number: u32,
        paths: Paths,
        stage: Stage,
        // The branch that is polled first.
        first: usize,
        // The branch that an earlier part of the run has recorded as the winner.
        recorded: Option<usize>,
        won: Option<(usize, T)>,
        // Further branches that succeed while the run recalls what is recorded.
        also_won: Vec<(usize, T)>,
        failed: Vec<(usize, Error)>,
        fatal: Option<Error>,
    }
}

#[derive(Clone, Copy)]
enum Stage {
    New,
    Running,
    /// Decided, once the events of this receipt were read.
    Decided(Option<Receipt>),
    /// The other branches are dropped, and may have tasks that have not ended.
    Ending,
}

impl<'a, R: RunData, M> StepCx<'a, R, M> {
    /// Runs the branches of a `race`. The first branch that succeeds gives the output, once all others have ended. `number` is its
    /// number among the choices of its pipeline.
    ///
    /// The branches are made in their box, as in a `parallel`.
    #[inline]
    pub fn race<T, B: Racers<T>>(
        self,
        number: u32,
        places: &'static [Place],
        branches: &'static [&'static [usize]],
        make: impl FnOnce() -> B,
    ) -> Pin<Box<Race<'a, B, T>>> {
        let (cx, paths) = (self.plain(), Paths { places, branches });
        boxed(|| Race {
            branches: make(),
            cx,
            number,
            paths,
            stage: Stage::New,
            first: 0,
            recorded: None,
            won: None,
            also_won: Vec::new(),
            failed: Vec::new(),
            fatal: None,
        })
    }
}

impl<T, B: Racers<T>> Future for Race<'_, B, T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        if let Stage::New = self.stage {
            self.as_mut().begin();
        }
        if let Stage::Running = self.stage {
            ready!(self.as_mut().poll_branches(task));
            let this = self.as_mut().project();
            let recovers = this.fatal.is_none() && !this.failed.is_empty();
            *this.stage = Stage::Decided(if recovers { this.cx.before_recovery() } else { None });
        }
        if let Stage::Decided(unread) = self.stage {
            ready!(self.cx.poll_read(unread, task));
            let this = self.as_mut().project();
            *this.stage = Stage::Ending;
            match (this.fatal.is_none(), this.won.as_ref().map(|(branch, _)| *branch)) {
                (true, Some(branch)) => self.as_mut().win(branch),
                _ => this.branches.discard(0, None),
            }
        }
        let this = self.project();
        ready!(this.cx.run.ending().poll_ended(&this.cx.at, task));
        match (this.fatal.take(), this.won.take()) {
            (Some(error), _) => Poll::Ready(Err(error)),
            (None, Some((branch, output))) => {
                this.paths.close_others(this.cx, branch);
                Poll::Ready(Ok(output))
            }
            (None, None) => Poll::Pending,
        }
    }
}

impl<T, B: Racers<T>> Race<'_, B, T> {
    /// Leaves only the winner if an earlier part of the run has recorded it.
    fn begin(self: Pin<&mut Self>) {
        let this = self.project();
        *this.stage = Stage::Running;
        let Some(interceptor) = this.cx.interceptor() else { return };
        let path = this.cx.at.origin().to_string();
        let recorded = interceptor.recorded_arm(&path, *this.number).and_then(|arm| usize::try_from(arm).ok());
        let Some(branch) = recorded.filter(|branch| *branch < B::COUNT) else { return };
        *this.recorded = Some(branch);
        this.branches.discard(0, Some(branch));
        this.paths.excuse(this.cx, |other| other != branch);
    }

    /// Ready once the race is decided: `won`, or else `fatal`, is the result.
    ///
    /// While the run recalls what is recorded, all branches that are complete in the log succeed, and those that are not wait for
    /// the end of the recall. Then the first of them in the log wins.
    fn poll_branches(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<()> {
        let mut this = self.project();
        let recalls = this.recorded.is_none() && !this.cx.has_recalled();
        if !recalls && this.won.is_some() {
            choose(this.cx, *this.paths, this.won, this.also_won);
            return Poll::Ready(());
        }
        let (won, also_won, failed, fatal) = (this.won, this.also_won, this.failed, this.fatal);
        let (cx, paths) = (*this.cx, *this.paths);
        let mut ended = |branch: usize, result: Result<T>| match result {
            Ok(output) if won.is_none() => {
                *won = Some((branch, output));
                !recalls
            }
            Ok(output) => {
                also_won.push((branch, output));
                false
            }
            // It says nothing about the branch.
            Err(error) if error.kind().ends_run() && !(recalls && error.kind() == ErrorKind::Interrupted) => {
                *fatal = Some(error);
                true
            }
            Err(error) => {
                if recalls && !error.kind().ends_run() {
                    // Its failure is recorded, and may come before the steps that ran beside it are reached.
                    paths.excuse(&cx, |failed| failed == branch);
                }
                cx.run.owned.clear_failure();
                failed.push((branch, error));
                false
            }
        };
        let (first, branches) = (*this.first, B::COUNT);
        let _ = this.branches.as_mut().poll_some(0, &(first..branches), task, &mut ended)
            || this.branches.as_mut().poll_some(0, &(0..first), task, &mut ended);
        if fatal.is_some() || (won.is_some() && !recalls) {
            return Poll::Ready(());
        }
        let run = if this.recorded.is_some() { 1 } else { branches };
        if won.is_none() && failed.len() == run {
            *fatal = Some(take_interrupted(failed).unwrap_or_else(|| lost(this.cx, failed)));
            return Poll::Ready(());
        }
        if won.is_some() || failed.iter().any(|(_, error)| error.kind().ends_run()) {
            ready!(poll_recalled(this.cx, *this.number, task));
            match won {
                Some(_) => choose(this.cx, *this.paths, won, also_won),
                None => *fatal = take_interrupted(failed),
            }
            return Poll::Ready(());
        }
        // A branch that uses up tokio's budget in each poll would starve those after it.
        if !has_budget_remaining() {
            *this.first = (first + 1) % branches;
        }
        Poll::Pending
    }

    /// Records the winner, and drops the other branches.
    fn win(self: Pin<&mut Self>, branch: usize) {
        let this = self.project();
        this.failed.iter().for_each(|(_, error)| this.cx.record_recovery(error));
        if let Some(interceptor) = this.cx.interceptor() {
            let path = this.cx.at.origin().to_string();
            let arm = u32::try_from(branch).unwrap_or(u32::MAX);
            *this.fatal = interceptor.before_arm(&path, *this.number, arm).err();
        }
        this.paths.excuse(this.cx, |other| other != branch);
        let voids = this.cx.run.state.voids();
        let outer = voids.is_some_and(|voids| voids.swap(true, Ordering::Relaxed));
        this.branches.discard(0, None);
        for (branch, _) in this.also_won.drain(..) {
            this.paths.void(this.cx, branch);
        }
        if let Some(voids) = voids {
            voids.store(outer, Ordering::Relaxed);
        }
    }
}

/// Makes the first branch in the log the winner, of those that have succeeded.
fn choose<T>(cx: &PlainCx<'_>, paths: Paths, won: &mut Option<(usize, T)>, also_won: &mut Vec<(usize, T)>) {
    let (Some(interceptor), false) = (cx.interceptor(), also_won.is_empty()) else { return };
    let mut all: Vec<_> = won.take().into_iter().chain(also_won.drain(..)).collect();
    all.sort_by_key(|(branch, _)| *branch);
    let names = all.iter().map(|(branch, _)| paths.below(cx, *branch)).collect::<Vec<_>>();
    let first = interceptor.first_ended(&names).min(all.len().saturating_sub(1));
    *won = Some(all.swap_remove(first));
    *also_won = all;
}

/// Ready once everything that is recorded has been recalled.
fn poll_recalled(cx: &PlainCx<'_>, number: u32, task: &mut Context<'_>) -> Poll<()> {
    match cx.recorder() {
        // No step has this path.
        Some(recorder) => recorder.poll_recalled(&format!("{}/race#{number}", cx.at.origin()), task),
        None => Poll::Ready(()),
    }
}

/// Takes the first failure that says nothing about its branch.
fn take_interrupted(failed: &mut Vec<(usize, Error)>) -> Option<Error> {
    let at = failed.iter().position(|(_, error)| error.kind().ends_run())?;
    Some(failed.swap_remove(at).1)
}

/// Returns the error of a `race` without a winner.
fn lost(cx: &PlainCx<'_>, failed: &mut Vec<(usize, Error)>) -> Error {
    failed.sort_by_key(|(branch, _)| *branch);
    let error = Error::none_succeeded(failed.drain(..).map(|(_, error)| error).collect());
    // Around a `race` that is not in a branch, an item or a pipeline is only the run.
    if cx.at.is_root() { error } else { error.at(&cx.at) }
}

impl<B, T> fmt::Debug for Race<'_, B, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Race").field("failed", &self.failed).finish_non_exhaustive()
    }
}
