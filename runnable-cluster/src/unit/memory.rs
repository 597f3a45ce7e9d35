//! Servers in memory, for tests.

use super::{Claimed, Events, PublishError, Published};
use runnable_store::{BoxFuture, EventRecord};
use std::{
    pin::Pin,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

/// The messages of units, as the servers keep them.
#[derive(Debug, Default)]
pub(super) struct MemoryEvents {
    /// The keys of units with their events, in the order in which they were published.
    messages: Mutex<Vec<(String, Vec<EventRecord>)>>,
    kept: Mutex<Vec<Vec<u8>>>,
    pub(super) are_gone: AtomicBool,
}

impl MemoryEvents {
    /// Returns all events in order, each with the key of its unit.
    pub(super) fn keyed(&self) -> Vec<(String, EventRecord)> {
        let messages = self.messages.lock().expect("no panic");
        messages.iter().flat_map(|(key, events)| events.iter().map(|event| (key.clone(), event.clone()))).collect()
    }

    pub(super) fn all(&self) -> Vec<EventRecord> {
        self.keyed().into_iter().map(|(_, event)| event).collect()
    }

    pub(super) fn kept_messages(&self) -> usize {
        self.kept.lock().expect("no panic").len()
    }

    /// Publishes after the message `last` of a unit, or `None` after any.
    fn add(&self, key: &str, events: &[EventRecord], last: Option<u64>) -> Result<u64, PublishError> {
        let mut messages = self.messages.lock().expect("no panic");
        let published = messages.iter().filter(|(of, _)| of == key).count() as u64;
        if last.is_some_and(|last| last != published) {
            return Err(PublishError::Claimed);
        }
        messages.push((key.to_owned(), events.to_vec()));
        Ok(published + 1)
    }
}

impl Events for MemoryEvents {
    fn claim<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Claimed> {
        let events = self.keyed().into_iter().filter(|(of, _)| of == key).map(|(_, event)| event).collect();
        let last = self.add(key, &[], None).expect("a claim is not refused");
        Box::pin(async move { Ok(Claimed { events, last }) })
    }

    fn publish<'a>(
        &'a self,
        key: &'a str,
        events: &'a [EventRecord],
        last: u64,
    ) -> Pin<Box<dyn Future<Output = Result<Published, PublishError>> + Send + 'a>> {
        Box::pin(async move {
            if self.are_gone.load(Ordering::Relaxed) {
                return Err(PublishError::Failed("the servers are gone".into()));
            }
            self.add(key, events, Some(last)).map(Published)
        })
    }

    fn all<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Vec<EventRecord>> {
        Box::pin(async move { Ok(self.all()) })
    }

    fn keep<'a>(&'a self, _: &'a str, text: &'a [u8]) -> BoxFuture<'a, Vec<u64>> {
        let mut kept = self.kept.lock().expect("no panic");
        let numbers = text.chunks(1000).map(|chunk| {
            kept.push(chunk.to_vec());
            kept.len() as u64 - 1
        });
        let numbers = numbers.collect();
        Box::pin(async move { Ok(numbers) })
    }

    fn kept<'a>(&'a self, messages: &'a [u64]) -> BoxFuture<'a, Vec<u8>> {
        let kept = self.kept.lock().expect("no panic");
        let text =
            messages.iter().flat_map(|number| kept[usize::try_from(*number).expect("a number")].clone()).collect();
        Box::pin(async move { Ok(text) })
    }

    fn max_event(&self) -> usize {
        1024
    }
}
