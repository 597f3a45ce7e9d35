//! Places the items of a recorded run in which other processes take part.

use super::step::StepRecorder;
use crate::shared_run::{ItemEnd, SharedRun};
use runnable_core::{
    Error, Result,
    hooks::{ItemFuture, Placement, Placer, Recorder},
};
use runnable_store::secrets::Secrets;
use std::{
    future::{Future, poll_fn},
    pin::Pin,
    sync::Arc,
};

/// Places the items of a recorded run.
pub(crate) struct RecordedPlacer {
    pub(crate) steps: Arc<StepRecorder>,
    pub(crate) shared: Arc<dyn SharedRun>,
    pub(crate) secrets: Secrets,
}

impl Placer for RecordedPlacer {
    fn place(&self, map: &str) -> Placement {
        self.shared.place(map)
    }

    fn begin(&self, item: &str) -> Option<ItemFuture> {
        if !self.shared.begin(item) {
            return None;
        }
        let (steps, shared, item) = (Arc::clone(&self.steps), Arc::clone(&self.shared), item.to_owned());
        let secrets = self.secrets.clone();
        Some(Box::pin(async move {
            poll_fn(|task| steps.poll_recalled(&item, task)).await;
            // The other process recalls what is recorded, so everything before the item must be.
            steps.written().await?;
            let ItemEnd { entries, error } = match shared.run(&item).await {
                Ok(end) => end,
                Err(error) => return Err(StepRecorder::not_recorded(error)),
            };
            let entries = steps.learn(entries, &mut secrets.restorer())?;
            shared.expect(&item, entries.len());
            steps.write_all(entries);
            error.map_or(Ok(()), Err)
        }))
    }

    fn cancel(&self, item: &str) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let (steps, secrets, cancelled) = (Arc::clone(&self.steps), self.secrets.clone(), self.shared.cancel(item));
        Box::pin(async move {
            // Without the records, the item would begin again if the run were resumed.
            if let Some(end) = cancelled.await
                && let Ok(entries) = steps.learn(end.entries, &mut secrets.restorer())
            {
                steps.write_all(entries);
            }
        })
    }

    fn ended(&self, _: &str, end: Result<(), &Error>) {
        self.shared.ended(end);
    }
}
