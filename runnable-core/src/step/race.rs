//! Branches that run concurrently, of which the first that succeeds counts.
//!
//! The branches are a binary tree of futures, whose depth grows with the logarithm of their number.

use super::{boxed::boxed, step::Step};
use crate::{
    access::discard_pinned,
    context::{PlainCx, StepCx},
    event::{Lifecycle, Outcome, RunData},
    hooks::Opening,
    id::{Error, ErrorKind, Place, Result},
};
use pin_project_lite::pin_project;
use std::{
    fmt,
    future::Future,
    ops::Range,
    pin::Pin,
    sync::atomic::Ordering,
    task::{Context, Poll, ready},
};
use tokio::task::coop::has_budget_remaining;

/// Branches of a `race` whose output is `T`, in order. `from` is the number of the first of them.
pub trait Racers<T> {
    /// The number of branches.
    const COUNT: usize;

    /// Polls the branches with these numbers that have not ended. `ended` takes the result of a branch, and returns whether to
    /// stop. Returns whether it did.
    fn poll_some(
        self: Pin<&mut Self>,
        from: usize,
        numbers: &Range<usize>,
        task: &mut Context<'_>,
        ended: &mut dyn FnMut(usize, Result<T>) -> bool,
    ) -> bool;

    /// Drops every branch but the branch with this number.
    fn discard(self: Pin<&mut Self>, from: usize, except: Option<usize>);
}

pin_project! {
    /// A branch of a `race`.
    pub struct Racer<F> {
        // `None` once it has ended.
        #[pin]
        work: Option<F>,
    }

    impl<F> PinnedDrop for Racer<F> {
        fn drop(this: Pin<&mut Self>) {
            // Each on its own: if the drop of a branch panics, the others are dropped as usual.
            discard_pinned(this.project().work);
        }
    }
}

pin_project! {
    /// Branches of a `race`, and those after them.
    pub struct Both<A, B> {
        #[pin]
        a: A,
        #[pin]
        b: B,
    }
}

impl PlainCx<'_> {
    /// Returns a branch of a `race`.
    #[inline]
    pub fn racer<T, F: Future<Output = Result<T>>>(work: F) -> Racer<F> {
        Racer { work: Some(work) }
    }

    /// Returns some branches of a `race` and those after them.
    #[inline]
    pub fn both<T, A: Racers<T>, B: Racers<T>>(a: A, b: B) -> Both<A, B> {
        Both { a, b }
    }
}

impl<T, F: Future<Output = Result<T>>> Racers<T> for Racer<F> {
    const COUNT: usize = 1;

    fn poll_some(
        self: Pin<&mut Self>,
        from: usize,
        numbers: &Range<usize>,
        task: &mut Context<'_>,
        ended: &mut dyn FnMut(usize, Result<T>) -> bool,
    ) -> bool {
        let mut this = self.project();
        if numbers.contains(&from)
            && let Some(work) = this.work.as_mut().as_pin_mut()
            && let Poll::Ready(result) = work.poll(task)
        {
            this.work.set(None);
            return ended(from, result);
        }
        false
    }

    fn discard(self: Pin<&mut Self>, from: usize, except: Option<usize>) {
        if except != Some(from) {
            discard_pinned(self.project().work);
        }
    }
}

impl<T, A: Racers<T>, B: Racers<T>> Racers<T> for Both<A, B> {
    const COUNT: usize = A::COUNT + B::COUNT;

    fn poll_some(
        self: Pin<&mut Self>,
        from: usize,
        numbers: &Range<usize>,
        task: &mut Context<'_>,
        ended: &mut dyn FnMut(usize, Result<T>) -> bool,
    ) -> bool {
        let this = self.project();
        this.a.poll_some(from, numbers, task, ended) || this.b.poll_some(from + A::COUNT, numbers, task, ended)
    }

    fn discard(self: Pin<&mut Self>, from: usize, except: Option<usize>) {
        let this = self.project();
        this.a.discard(from, except);
        this.b.discard(from + A::COUNT, except);
    }
}

/// The places of a pipeline, and for each branch those from the `race` down to the step that the branch is.
#[derive(Clone, Copy)]
struct Paths {
    places: &'static [Place],
    branches: &'static [&'static [usize]],
}

impl Paths {
    /// Returns the names from the `race` down to a branch.
    fn of(self, branch: usize) -> impl Iterator<Item = &'static Place> {
        self.branches.get(branch).into_iter().copied().flatten().filter_map(move |place| self.places.get(*place))
    }

    /// Returns whether a name below the `race` belongs to another branch.
    fn is_other(self, branch: usize, name: &str) -> bool {
        let mut others = (0..self.branches.len()).filter(|other| *other != branch);
        others.any(|other| self.of(other).next().is_some_and(|place| place.name() == name))
    }
}

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
                close_others(this.cx, *this.paths, branch);
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
        interceptor.excuse(&path, 0..0, &|name| this.paths.is_other(branch, name));
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
        if let Some(recorder) = this.cx.recorder() {
            this.failed.iter().for_each(|(_, error)| error.each_path(&mut |path| recorder.recovered(path)));
        }
        if let Some(interceptor) = this.cx.interceptor() {
            let path = this.cx.at.origin().to_string();
            let arm = u32::try_from(branch).unwrap_or(u32::MAX);
            *this.fatal = interceptor.before_arm(&path, *this.number, arm).err();
            interceptor.excuse(&path, 0..0, &|name| this.paths.is_other(branch, name));
        }
        let voids = this.cx.run.state.voids();
        let outer = voids.is_some_and(|voids| voids.swap(true, Ordering::Relaxed));
        this.branches.discard(0, None);
        for (branch, _) in this.also_won.drain(..) {
            void_branch(this.cx, *this.paths, branch, 1);
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
    let names = all.iter().map(|(branch, _)| path_of(cx, paths, *branch)).collect::<Vec<_>>();
    let first = interceptor.first_ended(&names).min(all.len().saturating_sub(1));
    *won = Some(all.swap_remove(first));
    *also_won = all;
}

/// Returns the path of the step that a branch is.
fn path_of(cx: &PlainCx<'_>, paths: Paths, branch: usize) -> String {
    let mut path = cx.at.origin().to_string();
    for place in paths.of(branch) {
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(place.name());
    }
    path
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

/// Closes the other branches that readers take for open or for complete, since an earlier part of the run died before it closed
/// them.
fn close_others(cx: &PlainCx<'_>, paths: Paths, winner: usize) {
    let Some(interceptor) = cx.interceptor().filter(|_| cx.run.is_read) else { return };
    for branch in (0..paths.branches.len()).filter(|branch| *branch != winner) {
        if let Some(attempt) = interceptor.left_open(&path_of(cx, paths, branch)) {
            void_branch(cx, paths, branch, attempt);
        }
    }
}

/// Sends that everything is void which a branch has sent, whose step is not open here.
fn void_branch(cx: &PlainCx<'_>, paths: Paths, branch: usize, attempt: u32) {
    let places: Vec<_> = paths.of(branch).collect();
    let mut origin = match *places.as_slice() {
        [step] => cx.at.below(step, 0).origin(),
        [label, step] => cx.at.below(label, 0).below(step, 0).origin(),
        _ => return,
    };
    origin.set_attempt(attempt);
    cx.run.state.void(&origin);
    cx.run.state.finish(&origin, Some(Lifecycle::StepFinished(Outcome::Cancelled)));
}

impl<B, T> fmt::Debug for Race<'_, B, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Race").field("failed", &self.failed).finish_non_exhaustive()
    }
}

impl<'a> PlainCx<'a> {
    /// Returns the work of a branch, whose panics become its failure. A branch of several steps is a step of its own in the
    /// events, which is not recorded: its steps are.
    pub fn contender<T, F>(self, is_step: bool, work: F) -> Step<'a, Contending<'a, F>, T>
    where
        F: Future<Output = Result<T>>,
    {
        let step = self.step(Contending { cx: self, is_step, work });
        match self.interceptor() {
            _ if !is_step => step.opened(&Opening::Closed),
            Some(interceptor) => step.opened(&interceptor.before_loop(&self.at.origin().to_string())),
            None => step,
        }
    }
}

pin_project! {
    /// The work of a branch.
    pub struct Contending<'a, F> {
        cx: PlainCx<'a>,
        is_step: bool,
        #[pin]
        work: F,
    }
}

impl<T, F: Future<Output = Result<T>>> Future for Contending<'_, F> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.project();
        let result = ready!(this.work.poll(task));
        if let Err(error) = &result
            && *this.is_step
            && this.cx.run.is_read
        {
            // All that its steps have sent is void, also if they had succeeded.
            let host = &this.cx.run.state;
            let error = host.redacted(error.clone().at(&this.cx.at));
            host.finish(&this.cx.at.origin(), Some(Lifecycle::StepReset(error)));
        }
        Poll::Ready(result)
    }
}
