//! The filter of [`RunLog::step_page`](crate::RunLog::step_page), and the page that it selects.

use super::step::StepRecord;

/// Selects attempts of a run's steps for [`RunLog::step_page`](crate::RunLog::step_page). The default selects all.
///
/// # Examples
/// ```
/// use runnable_store::StepFilter;
///
/// let second_page = StepFilter::new().after(100).limit(100).without_values();
/// assert_eq!(second_page.path, None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[must_use]
pub struct StepFilter {
    /// Selects the attempts of the step with this path.
    pub path: Option<String>,
    /// The number of selected attempts that the page leaves out at the beginning.
    pub after: usize,
    /// The maximum number of attempts in the page.
    pub limit: usize,
    /// The size of the inputs, the outputs and the errors in bytes after which the page ends early. If there is an attempt, the
    /// page has at least one.
    pub bytes: usize,
    /// `true` if the page has inputs and outputs.
    pub values: bool,
}

impl StepFilter {
    /// Selects all attempts.
    pub fn new() -> Self {
        Self { path: None, after: 0, limit: usize::MAX, bytes: usize::MAX, values: true }
    }

    /// Selects only the attempts of the step with this path.
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Leaves out this many attempts at the beginning.
    pub fn after(mut self, attempts: usize) -> Self {
        self.after = attempts;
        self
    }

    /// Sets the maximum number of attempts.
    pub fn limit(mut self, attempts: usize) -> Self {
        self.limit = attempts;
        self
    }

    /// Sets the size of the values in bytes after which the page ends early.
    pub fn bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }

    /// Leaves out the inputs and the outputs, which may be large.
    pub fn without_values(mut self) -> Self {
        self.values = false;
        self
    }

    pub(crate) fn selects(&self, path: &str) -> bool {
        self.path.as_ref().is_none_or(|selected| selected == path)
    }
}

impl Default for StepFilter {
    fn default() -> Self {
        Self::new()
    }
}

/// A page of the attempts of a run's steps, in the order in which they started.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct StepPage {
    /// The attempts in the page.
    pub steps: Vec<StepRecord>,
    /// The number of attempts that the filter selects on all pages.
    pub total: usize,
}

impl StepPage {
    /// Returns the page of these attempts.
    #[must_use]
    pub fn of<'s>(steps: impl IntoIterator<Item = &'s StepRecord>, filter: &StepFilter) -> Self {
        let (mut page, mut size, mut is_full) = (Self::default(), 0_usize, false);
        for step in steps.into_iter().filter(|step| filter.selects(&step.path)) {
            page.total += 1;
            if page.total <= filter.after || is_full || page.steps.len() >= filter.limit {
                continue;
            }
            let step = if filter.values { step.clone() } else { step.without_values() };
            size = size.saturating_add(step.size());
            is_full = size > filter.bytes;
            if !is_full || page.steps.is_empty() {
                page.steps.push(step);
            }
        }
        page
    }
}
