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
    /// The wire names of the variants, and the names of their fields in Rust.
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

/// A named field of a variant, addressed by position.
pub trait Field<const V: usize, const F: usize> {
    /// The type of the field.
    type Ty;
    /// Returns the field if the event is that variant.
    fn get(&self) -> Option<&Self::Ty>;
}
