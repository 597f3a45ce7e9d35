//! The items of a `map` that run in other processes.

use crate::{
    access::EndingTasks,
    context::PlainCx,
    hooks::{ItemFuture, Placement, Placer},
    id::{Origin, Place, Result, Scope},
};
use std::task::{Context, Poll};

/// The places of the items of a `map`. Nearly all maps have none: their items run here.
pub(super) struct Placed<'s>(Option<Box<PlacedItems<'s>>>);

struct PlacedItems<'s> {
    ending: &'s EndingTasks,
    placer: &'s dyn Placer,
    placement: Placement,
}

impl<'s> Placed<'s> {
    #[inline]
    pub(super) fn of(cx: PlainCx<'s>, place: &'static Place) -> Self {
        Self(cx.services().and_then(|services| services.placer.as_deref()).and_then(|placer| placed(cx, place, placer)))
    }

    /// Returns whether the item is not begun here.
    #[inline]
    pub(super) fn skips(&self, item: usize) -> bool {
        self.0.as_ref().is_some_and(|items| matches!(items.placement, Placement::Only { index, .. } if index != item))
    }

    /// Returns whether all items run here.
    pub(super) fn is_here(&self) -> bool {
        self.0.is_none()
    }

    /// Returns whether the map never ends here.
    pub(super) fn is_partial(&self) -> bool {
        self.0.as_ref().is_some_and(|items| matches!(items.placement, Placement::Only { .. }))
    }

    /// Begins an item.
    #[inline]
    pub(super) fn begin(&self, at: &Scope<'_>) -> Slot<'s> {
        self.0.as_ref().map_or(Slot(None), |items| items.begin(at.origin()))
    }

    /// Takes the end of an item. Returns true if it is not an item of this process.
    #[inline]
    pub(super) fn ended<T>(&self, at: impl FnOnce() -> Origin, row: &Result<T>) -> bool {
        let Some(items) = &self.0 else { return false };
        let Placement::Only { is_target, .. } = items.placement else { return false };
        if is_target {
            items.placer.ended(&at().to_string(), row.as_ref().map(drop));
        }
        is_target || row.is_ok()
    }
}

#[cold]
fn placed<'s>(cx: PlainCx<'s>, place: &'static Place, placer: &'s dyn Placer) -> Option<Box<PlacedItems<'s>>> {
    let placement = placer.place(&cx.path_below(place));
    (placement != Placement::Here).then(|| Box::new(PlacedItems { ending: cx.run.ending(), placer, placement }))
}

impl<'s> PlacedItems<'s> {
    fn begin(&self, origin: Origin) -> Slot<'s> {
        let work = self.placer.begin(&origin.to_string());
        let elsewhere =
            |work| Box::new(Elsewhere { work, ending: self.ending, placer: self.placer, origin, has_ended: false });
        Slot(work.map(elsewhere))
    }
}

/// The work of an item in another process, before its steps are recalled here.
pub(super) struct Slot<'s>(Option<Box<Elsewhere<'s>>>);

struct Elsewhere<'s> {
    work: ItemFuture,
    ending: &'s EndingTasks,
    placer: &'s dyn Placer,
    origin: Origin,
    has_ended: bool,
}

impl Slot<'_> {
    /// Ready once the steps of the item may be polled.
    #[inline]
    pub(super) fn poll(&mut self, task: &mut Context<'_>) -> Poll<Result<()>> {
        match &mut self.0 {
            None => Poll::Ready(Ok(())),
            Some(elsewhere) => {
                let polled = elsewhere.work.as_mut().poll(task);
                if polled.is_ready() {
                    elsewhere.has_ended = true;
                    self.0 = None;
                }
                polled
            }
        }
    }
}

/// An item that is not wanted any more is cancelled, and has ended before the run continues.
impl Drop for Elsewhere<'_> {
    fn drop(&mut self) {
        if !self.has_ended {
            let cancelled = self.placer.cancel(&self.origin.to_string());
            self.ending.add(self.origin.clone(), async move {
                cancelled.await;
                Ok(())
            });
        }
    }
}
