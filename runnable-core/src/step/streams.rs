//! The end events of streams.

use crate::{
    event::{Checked, DynEvent, DynFields},
    id::BoxError,
};
use std::result::Result as StdResult;

/// The functions of expansions for streams.
// Defined beside the functions that messages of the compiler name: it would name the module, too, of an `impl` elsewhere.
#[derive(Debug)]
pub struct Streams;

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
