//! The records that an item recalls on another worker.

use super::{archive::entries_of_steps, paths::items};
use runnable_store::{RunLog, StepStatus, StoreError, Write};
use std::collections::HashMap;

/// Returns the records that the items of a `map` recall: the steps that have ended for good, without those of the items
/// beside. `is_map` returns whether a path is of a `map`, and not of a loop.
pub(super) async fn before(
    log: &dyn RunLog,
    run: &str,
    map: &str,
    is_map: impl Fn(&str) -> bool,
) -> Result<Vec<Write>, StoreError> {
    let mut last: HashMap<String, StepStatus> = HashMap::new();
    for step in log.steps(run).await? {
        last.insert(step.path, step.status);
    }
    let is_settled = |path: &str| matches!(last.get(path), Some(StepStatus::Succeeded | StepStatus::Recovered));
    let mut entries = entries_of_steps(log, run).await?;
    entries.retain(|entry| match entry {
        Write::StepStarted { path, .. } | Write::StepInputs { path, .. } | Write::StepEnded { path, .. } => {
            is_settled(path) && !is_beside(path, map, &is_map)
        }
        Write::Arm { path, .. } => !is_beside(path, map, &is_map),
        Write::Artifact(file) => is_settled(&file.step) && !is_beside(&file.step, map, &is_map),
        Write::Event(_) | Write::RunEnded { .. } | _ => false,
    });
    Ok(entries)
}

/// Returns whether a path is in an item of the `map`, or in an item beside those around the `map`.
fn is_beside(path: &str, map: &str, is_map: &impl Fn(&str) -> bool) -> bool {
    items(path).any(|item| {
        let Some((of, _)) = super::paths::parts(item) else { return false };
        let is_around = map == of || map.strip_prefix(of).is_some_and(|rest| rest.starts_with('['));
        is_around && is_map(of) && !map.strip_prefix(item).is_some_and(|rest| rest.starts_with('/'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_items_beside_an_item_and_those_around_are_not_recalled_but_the_turns_of_loops_are() {
        let is_map = |path: &str| !path.contains("repeat[") && !path.ends_with("repeat");
        let beside = |path| is_beside(path, "days[3]/hours", &is_map);
        let excluded = ["days[2]/a", "days[31]/hours[0]/b", "days[3]/hours[0]/c", "days[30]"].map(beside);
        assert_eq!(excluded, [true; 4]);
        let recalled = ["a", "days[3]/a", "days[3]", "weeks[1]/b", "days[3]/other[1]/b"].map(beside);
        assert_eq!(recalled, [false; 5]);
        let turns = |path: &str| path == "repeat";
        assert!(!is_beside("repeat[0]/a", "repeat[1]/days", &|path: &str| !turns(path)));
        assert!(is_beside("repeat[1]/days[0]/a", "repeat[1]/days", &|path: &str| !turns(path)));
    }
}
