//! The last events of a run.

use runnable_store::{EventRecord, Json, JsonMembers, Kind, StoreError, Write, json};
use runnable_wire::{Finished, OutcomeName};
use std::collections::HashMap;

/// Puts the ends of steps that are open before the `run.finished` in `writes`, which ends without success. A worker may have died
/// after it published the start of a step which no worker has begun again.
pub(super) fn close_steps(earlier: &[EventRecord], writes: &mut Vec<Write>) -> Result<(), StoreError> {
    let is_end =
        |write: &Write| matches!(write, Write::Event(event) if event.event_type.kind() == Some(Kind::RunFinished));
    let Some(at) = writes.iter().position(is_end) else { return Ok(()) };
    let now = writes[..at].iter().filter_map(|write| match write {
        Write::Event(event) => Some(event),
        _ => None,
    });
    let mut open: HashMap<&str, &EventRecord> = HashMap::new();
    for event in earlier.iter().chain(now) {
        match event.event_type.kind() {
            Some(Kind::StepStarted | Kind::StepReset) => drop(open.insert(event.path.get(), event)),
            Some(Kind::StepFinished) => drop(open.remove(event.path.get())),
            _ => {}
        }
    }
    let mut open: Vec<_> = open.into_values().cloned().collect();
    // In reverse order of their starts: a step ends before the steps around it.
    open.sort_by_key(|event| std::cmp::Reverse(event.seq));
    let Write::Event(mut end) = writes.remove(at) else { return Ok(()) };
    let cancelled = serde_json::to_string(&Finished::new(OutcomeName::Cancelled)).unwrap_or_default();
    let mut closing = Vec::with_capacity(open.len() + 1);
    for step in open {
        let mut event = EventRecord::new(end.seq, end.ts, step.path, step.attempt, Kind::StepFinished);
        event.data = Some(json(cancelled.as_str())?);
        closing.push(Write::Event(event));
        end.seq += 1;
    }
    closing.push(Write::Event(end));
    writes.splice(at..at, closing);
    Ok(())
}

/// Returns the data of `run.finished` with a mark in the place of a result that is too large for a message.
pub(super) fn without_large_result(event: &mut EventRecord, max: usize) {
    let Some(data) = event.data.as_ref().filter(|data| data.get().len() > max / 2) else { return };
    let Ok(JsonMembers(members)) = serde_json::from_str(data.get()) else { return };
    let mut text = String::from("{");
    for (name, value) in members {
        if text.len() > 1 {
            text.push(',');
        }
        let size = value.get().len();
        let mark = serde_json::json!({ "truncated": true, "size": size }).to_string();
        let value = if name == "result" && size > max / 4 { &*mark } else { value.get() };
        text.extend([&*serde_json::Value::from(name).to_string(), ":", value]);
    }
    text.push('}');
    event.data = json(text).ok().or_else(|| event.data.as_ref().map(Json::clone));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::UNIX_EPOCH;

    fn event(seq: u64, path: &str, kind: Kind) -> EventRecord {
        EventRecord::new(seq, UNIX_EPOCH, json(path).expect("JSON"), 1, kind)
    }

    #[test]
    fn steps_that_are_open_end_before_the_run_the_innermost_first() -> Result<(), StoreError> {
        let earlier = [
            event(1, "[]", Kind::RunStarted),
            event(2, r#"["a"]"#, Kind::StepStarted),
            event(3, r#"["a","b"]"#, Kind::StepStarted),
            event(4, r#"["c"]"#, Kind::StepStarted),
            event(5, r#"["c"]"#, Kind::StepFinished),
        ];
        let mut writes = vec![
            Write::Event(event(6, r#"["d"]"#, Kind::StepStarted)),
            Write::Event(event(7, "[]", Kind::RunFinished)),
        ];
        close_steps(&earlier, &mut writes)?;
        let closed: Vec<_> = writes
            .iter()
            .filter_map(|write| match write {
                Write::Event(event) => Some((event.seq, event.path.get())),
                _ => None,
            })
            .collect();
        assert_eq!(closed, [(6, r#"["d"]"#), (7, r#"["d"]"#), (8, r#"["a","b"]"#), (9, r#"["a"]"#), (10, "[]")]);
        Ok(())
    }

    #[test]
    fn a_large_result_is_marked_and_the_outcome_stays() {
        let mut end = event(1, "[]", Kind::RunFinished);
        let text = format!(r#"{{"outcome":"success","result":{{"text":"{}"}}}}"#, "x".repeat(1000));
        end.data = json(text).ok();
        without_large_result(&mut end, 500);
        let expected = r#"{"outcome":"success","result":{"size":1011,"truncated":true}}"#;
        assert_eq!(end.data.as_ref().map(|data| data.get()), Some(expected));
    }
}
