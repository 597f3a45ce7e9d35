//! The units of items, on any engine.

use super::Engine;
use crate::unit::{Children, Outcome, Request, Unit};
use std::time::Duration;

/// The time in which a worker answers a request to cancel a unit.
const ANSWER: Duration = Duration::from_millis(100);

impl Children for Engine {
    fn run<'a>(&'a self, unit: &'a Unit) -> Request<'a, Outcome> {
        Box::pin(self.run(unit))
    }

    fn cancel<'a>(&'a self, unit: &'a Unit) -> Request<'a, ()> {
        Box::pin(async move {
            let events = self.events();
            let asked = events.client().request(events.cancel_subject(&unit.key()), "".into());
            if matches!(tokio::time::timeout(ANSWER, asked).await, Ok(Ok(_))) {
                return Ok(());
            }
            // No worker has the unit at the moment.
            self.cancel(unit).await
        })
    }

    fn active<'a>(&'a self, unit: &'a Unit) -> Request<'a, Vec<String>> {
        Box::pin(self.active_items(unit))
    }
}
