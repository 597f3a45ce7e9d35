//! A unit in the handler of its invocation: parts that are replayed, and then a unit that is live.

use crate::{
    host::{Live, Units},
    unit::{Interrupted, Outcome, Part, Unit},
};
use bytes::Bytes;
use runnable_store::StoreError;
use std::sync::Arc;

/// A unit in the handler of its invocation.
pub(super) struct Host {
    units: Units,
    unit: Arc<Unit>,
    /// The parts that were replayed.
    parts: Vec<Part>,
    is_cancelled: bool,
    is_over: bool,
    live: Option<Live>,
}

impl Host {
    pub(super) fn new(units: Units, unit: Unit) -> Self {
        let unit = Arc::new(unit);
        Self { units, unit, parts: Vec::new(), is_cancelled: false, is_over: false, live: None }
    }

    /// Returns whether the end of the run is durable.
    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    fn live(&mut self) -> Result<&mut Live, Interrupted> {
        if self.live.is_none() {
            let parts = std::mem::take(&mut self.parts);
            self.live = self.units.begin(Arc::clone(&self.unit), parts, self.is_cancelled);
        }
        self.live.as_mut().ok_or_else(|| Interrupted(format!("this worker does not serve `{}`", self.unit.service())))
    }

    /// Waits for the next part. The first call begins the unit.
    pub(super) async fn next(&mut self) -> Result<Bytes, Interrupted> {
        self.live()?.next().await
    }

    /// Takes a part that is durable: it was replayed, or the live unit has sent it.
    pub(super) fn durable(&mut self, part: &Bytes) -> Result<(), StoreError> {
        match &mut self.live {
            Some(live) => self.is_over = live.durable(),
            None => {
                let part = Part::decode(part)?;
                self.is_over = part.is_last();
                self.parts.push(part);
            }
        }
        Ok(())
    }

    pub(super) fn cancel(&mut self) {
        self.is_cancelled = true;
        if let Some(live) = &self.live {
            live.cancel();
        }
    }

    /// Waits until everything that follows the end of the run is done.
    pub(super) async fn outcome(&mut self) -> Result<Outcome, Interrupted> {
        self.live()?.outcome().await
    }
}
