//! Values that are too large to be sent with others.

use super::address::RunAddress;
use runnable_store::{EventRecord, Json, JsonMembers, RunEvent};
use runnable_wire::{Truncated, is_reserved};
use serde_json::value::RawValue;
use std::{borrow::Cow, sync::Arc};

/// The size to which the message of an error is cut, in bytes.
const MESSAGE: usize = 1024;

/// Returns an event with a mark in the place of values that are too large, or `None` if the event has at most `limit` bytes.
///
/// The outcome and the code of an error stay, so that a reader knows how a step or a run ended.
pub(super) fn truncated(event: &RunEvent, limit: usize, run: &RunAddress) -> Option<RunEvent> {
    let data = event.data().filter(|data| data.get().len() > limit)?;
    let url = run.event(event.seq());
    let data = if is_reserved(event.event_type()) { lifecycle(data, limit, &url, run) } else { mark(data, url) };
    let (path, event_type) = (Json::clone(event.path()), event.event_type());
    let mut record = EventRecord::new(event.seq(), event.ts(), path, event.attempt(), event_type);
    record.data = Some(data);
    Some(RunEvent::new(event.run().into(), Arc::new(record)))
}

/// Returns the mark of a value that has more than `limit` bytes, or else the value.
pub(in crate::service) fn value_or_mark(value: &Json, limit: usize, url: impl FnOnce() -> String) -> Json {
    if value.get().len() > limit { mark(value, url()) } else { Json::clone(value) }
}

/// Returns an error, whose message is cut if it has more than `limit` bytes.
pub(in crate::service) fn error_or_cut(error: &Json, limit: usize, url: impl FnOnce() -> String) -> Json {
    if error.get().len() > limit { raw(cut(error, &url())) } else { Json::clone(error) }
}

fn mark(value: &RawValue, url: String) -> Json {
    let mark = Truncated { size: size(value), url: url.into() };
    raw(serde_json::to_string(&mark).unwrap_or_default())
}

/// Marks the large members of the data of a lifecycle event.
fn lifecycle(data: &RawValue, limit: usize, url: &str, run: &RunAddress) -> Json {
    let Ok(JsonMembers(members)) = serde_json::from_str(data.get()) else { return mark(data, url.to_owned()) };
    let members = members.into_iter().map(|(name, value)| {
        let value: Cow<'_, str> = match &*name {
            // Other members are short, so that what is left is not too large either.
            _ if value.get().len() <= limit / 2 => value.get().into(),
            "error" => cut(value, url).into(),
            "result" => mark(value, run.output()).get().to_owned().into(),
            _ => mark(value, url.to_owned()).get().to_owned().into(),
        };
        (name, value)
    });
    raw(object(members))
}

/// Returns an error with the start of its message and a mark. Other members that are large, such as its causes, are left out.
fn cut(error: &RawValue, url: &str) -> String {
    let Ok(JsonMembers(members)) = serde_json::from_str(error.get()) else {
        return mark(error, url.to_owned()).get().into();
    };
    let short = members.into_iter().filter_map(|(name, value)| {
        if value.get().len() <= MESSAGE {
            return Some((name, Cow::Borrowed(value.get())));
        }
        let text: Cow<'_, str> = serde_json::from_str(value.get()).ok()?;
        let start = &text[..text.floor_char_boundary(MESSAGE)];
        Some((name, serde_json::to_string(&format!("{start}…")).ok()?.into()))
    });
    let whole = Truncated { size: size(error), url: url.into() };
    let mark = serde_json::to_string(&whole).unwrap_or_default();
    let mut short = object(short);
    // The members of the mark follow those of the error.
    short.pop();
    if short.len() > 1 {
        short.push(',');
    }
    short + &mark[1..]
}

fn size(value: &RawValue) -> u64 {
    u64::try_from(value.get().len()).unwrap_or(u64::MAX)
}

fn object<'a>(members: impl Iterator<Item = (String, Cow<'a, str>)>) -> String {
    let mut text = String::from("{");
    for (name, value) in members {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&serde_json::to_string(&name).unwrap_or_default());
        text.push(':');
        text.push_str(&value);
    }
    text.push('}');
    text
}

/// Keeps a text that was put together of JSON texts.
fn raw(text: String) -> Json {
    RawValue::from_string(text).map_or_else(|_| Arc::from(RawValue::NULL.to_owned()), Arc::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use runnable_store::json;
    use serde_json::{Value, json as value_of};
    use std::time::SystemTime;

    fn sent(event_type: &str, data: &Value) -> Option<Value> {
        let path = json(r#"["a"]"#).expect("JSON");
        let mut record = EventRecord::new(7, SystemTime::UNIX_EPOCH, path, 2, event_type);
        record.data = Some(json(data.to_string()).expect("JSON"));
        let event = RunEvent::new("r".into(), Arc::new(record));
        let sent = truncated(&event, 1000, &RunAddress::new("/api/ws", 1, "r"))?;
        assert_eq!((sent.run(), sent.seq(), sent.attempt(), sent.event_type()), ("r", 7, 2, event_type));
        assert_eq!(sent.path().get(), r#"["a"]"#);
        Some(serde_json::from_str(sent.data().expect("data").get()).expect("JSON"))
    }

    #[test]
    fn an_event_that_is_not_too_large_stays() {
        assert_eq!(sent("chunk", &value_of!({ "text": "x".repeat(900) })), None);
        assert_eq!(sent("run.finished", &value_of!({ "outcome": "success", "result": 1 })), None);
    }

    #[test]
    fn a_mark_stands_for_the_data_of_a_large_event() {
        let data = value_of!({ "text": "x".repeat(2000), "n": 1 });
        let url = "/api/runs/r/events/7";
        assert_eq!(sent("chunk", &data), Some(value_of!({ "truncated": true, "size": 2017, "url": url })));
    }

    #[test]
    fn a_mark_stands_for_a_large_result_beside_the_outcome() {
        let result = value_of!({ "text": "x".repeat(2000) });
        let mark = value_of!({ "truncated": true, "size": 2011, "url": "/api/runs/r/output" });
        let data = value_of!({ "outcome": "success", "result": result });
        assert_eq!(sent("run.finished", &data), Some(value_of!({ "outcome": "success", "result": mark })));
    }

    #[test]
    fn the_message_of_a_large_error_is_cut_and_its_code_stays() {
        let message = "é".repeat(2000);
        let error =
            value_of!({ "code": "failed", "message": message, "retryable": true, "causes": ["x".repeat(2000)] });
        for (event_type, outcome) in [("run.finished", true), ("step.finished", true), ("step.reset", false)] {
            let mut data = value_of!({ "error": error });
            if outcome {
                data["outcome"] = "failed".into();
            }
            let sent = sent(event_type, &data).expect("it is truncated");
            assert_eq!(sent["outcome"], data["outcome"]);
            let expected = value_of!({
                "code": "failed",
                "message": format!("{}…", "é".repeat(512)),
                "retryable": true,
                "truncated": true,
                "size": error.to_string().len(),
                "url": "/api/runs/r/events/7",
            });
            assert_eq!(sent["error"], expected);
        }
    }

    #[test]
    fn large_members_that_a_later_version_adds_are_marked() {
        let sent = sent("run.paused", &value_of!({ "a": "x".repeat(2000), "b": 1 })).expect("it is truncated");
        assert_eq!((&sent["a"]["truncated"], &sent["b"]), (&true.into(), &1.into()));
    }
}
