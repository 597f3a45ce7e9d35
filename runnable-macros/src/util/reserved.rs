//! Event names that belong to the runtime.

use runnable_wire::is_reserved;

/// Returns the error for an event that a task cannot have, or `None` if the name is free.
///
/// `example` writes a free name as the user would, for the `help:` line.
pub(crate) fn message(event: &str, example: impl FnOnce(&str) -> String) -> Option<String> {
    if !is_reserved(event) {
        return None;
    }
    let (purpose, free) = match event.split_once('.') {
        Some(("run", rest)) => ("the lifecycle of a run", rest),
        Some((_, rest)) => ("the lifecycle of a step", rest),
        None => ("events that a slow reader missed", "gap_found"),
    };
    let free = if free.is_empty() || is_reserved(free) { "progress" } else { free };
    let help = example(free);
    Some(format!("the event name `{event}` is reserved for {purpose}\nhelp: choose another name, as in `{help}`"))
}

#[cfg(test)]
mod tests {
    use super::message;

    #[test]
    fn every_reserved_name_has_a_message_that_proposes_a_free_name() {
        let names = ["gap", "run.", "run.finished", "run.step.reset", "step.reset", "step.gap", "step.run.started"];
        for name in names.into_iter().chain(runnable_wire::Kind::ALL.map(runnable_wire::Kind::as_str)) {
            let mut free = String::new();
            let text = message(name, |example| {
                example.clone_into(&mut free);
                example.to_owned()
            });
            assert!(text.is_some_and(|text| text.contains(&format!("`{name}` is reserved"))), "{name}");
            assert!(!free.is_empty() && !runnable_wire::is_reserved(&free), "{name}: {free}");
        }
    }

    #[test]
    fn other_names_are_free() {
        for name in ["chunk", "done", "runner.started", "gaps", "running", ""] {
            assert_eq!(message(name, str::to_owned), None);
        }
    }
}
