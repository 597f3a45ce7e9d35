//! The traits that `derive(TaskEvent)` implements.

use crate::id::Sealed;

/// The events of a task. Derive it for an enum of unit variants and variants with named fields.
///
/// On the wire an event is `{"type":"chunk","text":".."}`, the names in snake case.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event type",
    note = "write `#[derive(TaskEvent)]` above the enum, or use `DynEvent`"
)]
pub trait TaskEvent: Sealed + Send + 'static {
    /// The wire names of the variants, and the names of their fields.
    const VARIANTS: &'static [(&'static str, &'static [&'static str])];

    /// Returns the wire name of this event.
    fn event_type(&self) -> &str;
}

/// An event whose type was checked by the constant `CHECK`. If that fails, the missing trait is not another error.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event type",
    note = "write `#[derive(TaskEvent)]` above the enum, or use `DynEvent`"
)]
pub trait Checked<const CHECK: usize> {
    /// The variants.
    const VARIANTS: &'static [(&'static str, &'static [&'static str])];
}

#[diagnostic::do_not_recommend]
impl<E: TaskEvent, const CHECK: usize> Checked<CHECK> for E {
    const VARIANTS: &'static [(&'static str, &'static [&'static str])] = E::VARIANTS;
}

/// A named field of a variant, addressed by position. [`variant`] and [`field`] turn names into positions.
pub trait Field<const V: usize, const F: usize> {
    /// The type of the field.
    type Ty;
    /// Returns the field if the event is that variant.
    fn get(&self) -> Option<&Self::Ty>;
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

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}
