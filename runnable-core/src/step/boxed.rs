//! Futures that are made where they stay.

use std::pin::Pin;

/// Makes a future in its box. `Box::pin` copies a future there that was made before, with all the room that it needs later.
#[inline]
pub(crate) fn boxed<F>(make: impl FnOnce() -> F) -> Pin<Box<F>> {
    let place = Box::new_uninit();
    Box::into_pin(Box::write(place, make()))
}
