//! The event types that tasks may not use.

/// The `type` of the control event that stands for events a reader has missed.
pub const GAP: &str = "gap";

/// Returns `true` if tasks may not use `event_type` as the type of their own events.
///
/// Reserved are the type [`GAP`] and every type that starts with `run.` or `step.`: those of the
/// [lifecycle events](crate::Kind), and those that later versions may add.
///
/// # Examples
/// ```
/// use runnable_wire::is_reserved;
///
/// assert!(is_reserved("run.finished") && is_reserved("step.paused") && is_reserved("gap"));
/// assert!(!is_reserved("chunk") && !is_reserved("run") && !is_reserved("runtime.started"));
/// ```
#[must_use]
pub fn is_reserved(event_type: &str) -> bool {
    event_type.starts_with("run.") || event_type.starts_with("step.") || event_type == GAP
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    #[test]
    fn every_kind_and_the_gap_are_reserved() {
        assert!(Kind::ALL.into_iter().all(|kind| is_reserved(kind.as_str())) && is_reserved(GAP));
    }

    #[test]
    fn names_that_later_versions_may_add_are_reserved() {
        assert!(["run.", "run.paused", "step.", "step.skipped", "step.a.b"].into_iter().all(is_reserved));
    }

    #[test]
    fn names_that_only_resemble_a_reserved_one_are_not() {
        let free = ["", "run", "step", "runs.started", "Run.started", " run.started", "re.run.started", "gaps", "Gap"];
        assert!(!free.into_iter().any(is_reserved));
    }
}
