//! Values in messages. A value that is larger than a message is in several, one after the other.

use crate::{
    jetstream::{JetStream, RequestError},
    unit::PublishError,
};
use async_nats::{
    HeaderMap,
    jetstream::{message::StreamMessage, stream::Stream},
};
use bytes::Bytes;

/// The number of bytes of the value before this message; 0 if the header is missing.
const OFFSET: &str = "Runnable-Offset";

/// The number of bytes of the value after this message; 0 if the header is missing.
const REST: &str = "Runnable-Rest";

/// Appends a value to a subject, with these headers, after the message `last`. Returns the number of its last message.
pub(super) async fn append(
    jetstream: &JetStream,
    stream: &Stream,
    subject: &str,
    headers: &HeaderMap,
    value: &Bytes,
    mut last: u64,
) -> Result<u64, PublishError> {
    for (headers, body) in split(value, headers, jetstream.max_body()) {
        last = jetstream.append(stream, subject, &headers, body, last).await?;
    }
    Ok(last)
}

/// Reads the values of a subject until the message `last`.
pub(super) async fn read(
    jetstream: &JetStream,
    stream: &Stream,
    subject: &str,
    last: u64,
) -> Result<Vec<Bytes>, RequestError> {
    let (mut values, mut joining) = (Vec::new(), Joining::default());
    let each = |message: &async_nats::jetstream::Message| {
        values.extend(joining.add(message.headers.as_ref(), &message.payload));
        Ok(())
    };
    jetstream.read_until(stream, subject, last, each).await?;
    Ok(values)
}

/// Returns the last value of a subject, which ends with the message `last`.
pub(super) async fn last(
    jetstream: &JetStream,
    stream: &Stream,
    subject: &str,
    last: StreamMessage,
) -> Result<Option<Bytes>, RequestError> {
    // Nearly always, the message has the whole value. A reader costs the servers much more than a message.
    if number(Some(&last.headers), OFFSET) == 0 {
        return Ok(Some(last.payload));
    }
    Ok(read(jetstream, stream, subject, last.sequence).await?.pop())
}

/// Returns whether a message ends its value.
pub(super) fn is_end(headers: &HeaderMap) -> bool {
    number(Some(headers), REST) == 0
}

fn number(headers: Option<&HeaderMap>, name: &str) -> usize {
    headers.and_then(|headers| headers.get(name)).and_then(|value| value.as_str().parse().ok()).unwrap_or(0)
}

/// Returns the messages of a value, of at most `max` bytes each.
fn split(value: &Bytes, headers: &HeaderMap, max: usize) -> impl Iterator<Item = (HeaderMap, Bytes)> {
    let (max, bytes) = (max.max(1), value.len());
    (0..bytes.div_ceil(max).max(1)).map(move |number| {
        let (start, end) = (number * max, (number * max + max).min(bytes));
        let mut headers = headers.clone();
        for (name, count) in [(OFFSET, start), (REST, bytes - end)] {
            if count > 0 {
                headers.insert(name, count.to_string());
            }
        }
        (headers, value.slice(start..end))
    })
}

/// Joins the messages of values.
#[derive(Default)]
pub(super) struct Joining(Vec<u8>);

impl Joining {
    /// Takes the next message. Returns a value if the message ends it. A value without its end, whose writer has died, is skipped.
    pub(super) fn add(&mut self, headers: Option<&HeaderMap>, body: &Bytes) -> Option<Bytes> {
        let (offset, rest) = (number(headers, OFFSET), number(headers, REST));
        if offset == 0 {
            self.0.clear();
            if rest == 0 {
                return Some(body.clone());
            }
        }
        self.0.extend_from_slice(body);
        (rest == 0).then(|| std::mem::take(&mut self.0).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(value: &Bytes) -> std::vec::IntoIter<(HeaderMap, Bytes)> {
        super::split(value, &HeaderMap::new(), 10).collect::<Vec<_>>().into_iter()
    }

    fn join(messages: impl IntoIterator<Item = (HeaderMap, Bytes)>) -> Vec<Bytes> {
        let mut joining = Joining::default();
        messages.into_iter().filter_map(|(headers, body)| joining.add(Some(&headers), &body)).collect()
    }

    #[test]
    fn values_of_any_size_come_back_from_messages_of_at_most_the_limit() {
        for bytes in [0, 1, 9, 10, 11, 20, 99, 100] {
            let value = Bytes::from((0..bytes).collect::<Vec<u8>>());
            let messages: Vec<_> = split(&value).collect();
            assert!(messages.iter().all(|(_, body)| body.len() <= 10));
            assert!(messages.iter().rev().skip(1).all(|(headers, _)| !is_end(headers)));
            assert_eq!(join(messages.clone().into_iter().chain(messages)), [value.clone(), value]);
        }
    }

    #[test]
    fn a_value_whose_writer_has_died_is_skipped() {
        let (lost, small) = (Bytes::from_static(&[1; 25]), Bytes::from_static(&[2; 3]));
        let large = Bytes::from_static(&[3; 25]);
        let begun = split(&lost).take(2);
        let again = split(&lost).take(1);
        let messages = begun.chain(split(&small)).chain(again).chain(split(&large));
        assert_eq!(join(messages), [small.clone(), large.clone()]);
    }
}
