//! Steps that an earlier part of the run has left open.

use super::plain_cx::PlainCx;
use crate::{
    event::{Lifecycle, Outcome},
    id::StepPath,
};

impl PlainCx<'_> {
    /// Closes the steps at this path and below that readers take for open, since the process of an earlier part of the run died
    /// before it sent their ends, and that this part does not reach. With `lost`, all that they have sent is void, and the step
    /// at the path loses also its success.
    pub(crate) fn close_left_open(&self, path: &str, lost: bool) {
        let Some(interceptor) = self.interceptor().filter(|_| self.run.is_read) else { return };
        for (path, attempt) in interceptor.left_open(path, lost) {
            self.end_as_cancelled(&path, attempt, lost);
        }
    }

    /// Sends the end of a step that is not open here.
    pub(crate) fn end_as_cancelled(&self, path: &str, attempt: u32, lost: bool) {
        // Cannot fail: it is the path of a step.
        let Ok(path) = path.parse::<StepPath>() else { return };
        let origin = path.recorded(attempt);
        if lost {
            self.run.state.void(&origin);
        }
        self.run.state.finish(&origin, Some(Lifecycle::StepFinished(Outcome::Cancelled)));
    }
}
