//! Streams: those that tasks return, those of `stream!`, and end events.

use crate::{
    context::SendsEvents,
    event::{Checked, DynEvent, DynFields, Lift},
    id::{BoxError, Result},
    step::{self, YieldOne, Yielder, Yields},
};
use futures_core::Stream;
use std::{future::Future, pin::Pin, result::Result as StdResult, time::Duration};

/// The functions for streams.
#[derive(Debug)]
pub struct Streams;

/// The stream of a task.
#[allow(private_bounds, reason = "expansions pass a context along, and call nothing of its traits")]
impl Streams {
    /// Forwards the events of a stream. `end` picks the returns out of the end event, which is the last event.
    ///
    /// # Errors
    /// Fails if the stream ends without its end event or yields another event after it, if it sends nothing for `idle`, if it
    /// yields an event of a reserved type, or if `end` cannot read the returns.
    pub fn drive<S, E, T>(
        cx: S,
        idle: Option<Duration>,
        stream: impl Stream<Item = E>,
        end: impl FnMut(&E) -> Option<StdResult<T, BoxError>>,
    ) -> impl Future<Output = Result<T>>
    where
        S: SendsEvents,
        S::Lift: Lift<E, S::Run>,
        E: 'static,
    {
        step::drive(cx, idle, stream, end)
    }

    /// Forwards the events of a stream of results, as [`drive`](Self::drive) does. The first error ends the step.
    ///
    /// # Errors
    /// Fails as [`drive`](Self::drive) does, or with the error of the stream.
    pub fn try_drive<S, E, T, Err>(
        cx: S,
        idle: Option<Duration>,
        stream: impl Stream<Item = StdResult<E, Err>>,
        when: impl Fn(&Err) -> bool,
        end: impl FnMut(&E) -> Option<StdResult<T, BoxError>>,
    ) -> impl Future<Output = Result<T>>
    where
        S: SendsEvents,
        S::Lift: Lift<E, S::Run>,
        E: 'static,
        Err: Into<BoxError>,
    {
        step::try_drive(cx, idle, stream, when, end)
    }
}

/// The end event of a task's stream.
impl Streams {
    /// Reads the returns if `event` is the end event.
    pub fn dyn_end<T>(
        event: &DynEvent,
        end: &str,
        read: impl FnOnce(&DynFields) -> StdResult<T, BoxError>,
    ) -> Option<StdResult<T, BoxError>> {
        event.returns(end, read)
    }

    /// Returns the position of the variant called `name`. If it does not exist, the build fails with `message`.
    ///
    /// # Panics
    /// Panics at compile time only.
    #[must_use]
    pub const fn variant<E: Checked<CHECK>, const CHECK: usize>(name: &str, message: &'static str) -> usize {
        let mut i = 0;
        while i < E::VARIANTS.len() {
            if same(E::VARIANTS[i].0, name) {
                return i;
            }
            i += 1;
        }
        panic!("{}", message)
    }

    /// Returns the position of the field called `name` in variant `V`. If it does not exist, the build fails with `message`.
    ///
    /// # Panics
    /// Panics at compile time only.
    #[must_use]
    pub const fn field<E: Checked<V>, const V: usize>(name: &str, message: &'static str) -> usize {
        let fields = E::VARIANTS[V].1;
        let mut i = 0;
        while i < fields.len() {
            if same(fields[i], name) {
                return i;
            }
            i += 1;
        }
        panic!("{}", message)
    }
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

/// The stream of a `stream!`.
impl Streams {
    /// Returns the two halves of a stream.
    #[must_use]
    pub fn yielding<T>() -> (Yielder<T>, Yields<T>) {
        step::yielding()
    }

    /// Yields `item`.
    #[inline]
    pub fn send<T>(to: &Yielder<T>, item: T) -> YieldOne {
        to.send(item)
    }

    /// Returns the next item. `for await` expands to this.
    pub fn next<S: Stream>(stream: Pin<&mut S>) -> impl Future<Output = Option<S::Item>> {
        step::next(stream)
    }
}
