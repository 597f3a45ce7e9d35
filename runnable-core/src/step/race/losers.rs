//! The names of the branches, and the events of those that have lost.

use crate::{context::PlainCx, id::Place};

/// The places of a pipeline, and for each branch those from the `race` down to the step that the branch is.
#[derive(Clone, Copy)]
pub(super) struct Paths {
    pub(super) places: &'static [Place],
    pub(super) branches: &'static [&'static [usize]],
}

impl Paths {
    /// Returns the names from the `race` down to a branch.
    fn of(self, branch: usize) -> impl Iterator<Item = &'static Place> {
        self.branches.get(branch).into_iter().copied().flatten().filter_map(move |place| self.places.get(*place))
    }

    /// Returns whether a branch has no steps.
    fn is_empty(self, branch: usize) -> bool {
        self.of(branch).next().is_none()
    }

    /// Excuses some branches: their recorded steps need not be reached again.
    pub(super) fn excuse(self, cx: &PlainCx<'_>, is_excused: impl Fn(usize) -> bool) {
        let Some(interceptor) = cx.interceptor() else { return };
        let is_first = |branch: usize, name: &str| self.of(branch).next().is_some_and(|place| place.name() == name);
        let is_within =
            |name: &str| (0..self.branches.len()).any(|branch| is_excused(branch) && is_first(branch, name));
        interceptor.excuse(&cx.at.origin().to_string(), 0..0, &is_within);
    }

    /// Returns the path of the step that a branch is.
    pub(super) fn below(self, cx: &PlainCx<'_>, branch: usize) -> String {
        let mut path = cx.at.origin().to_string();
        for place in self.of(branch) {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(place.name());
        }
        path
    }

    /// Sends that everything is void which a branch has sent that has succeeded, but not as the first.
    pub(super) fn void(self, cx: &PlainCx<'_>, branch: usize) {
        if !self.is_empty(branch) {
            cx.end_as_cancelled(&self.below(cx, branch), 1, true);
        }
    }

    /// Closes the steps of the other branches that an earlier part of the run has left open or complete.
    pub(super) fn close_others(self, cx: &PlainCx<'_>, winner: usize) {
        if cx.interceptor().is_some() {
            let others = (0..self.branches.len()).filter(|branch| *branch != winner && !self.is_empty(*branch));
            others.for_each(|branch| cx.close_left_open(&self.below(cx, branch), true));
        }
    }
}
