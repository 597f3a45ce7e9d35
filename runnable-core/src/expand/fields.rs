//! The fields of a struct as a list of types, so that a generated `Serialize` is one call.

use crate::event::Lifecycle;
use serde::{
    Serialize, Serializer,
    ser::{SerializeMap as _, SerializeStruct},
};
use std::fmt;

/// The fields of a struct in order. Starts as `Fields(())`.
#[derive(Debug)]
pub struct Fields<L>(pub L);

impl Fields<()> {
    /// Formats a struct.
    ///
    /// # Errors
    /// Returns the formatter's error.
    pub fn debug(f: &mut fmt::Formatter<'_>, name: &str, fields: &[(&str, &dyn fmt::Debug)]) -> fmt::Result {
        let mut shown = f.debug_struct(name);
        for (name, value) in fields {
            shown.field(name, value);
        }
        shown.finish()
    }

    /// Formats an enum's variant.
    ///
    /// # Errors
    /// Returns the formatter's error.
    pub fn variant(f: &mut fmt::Formatter<'_>, name: &str, value: &dyn fmt::Debug) -> fmt::Result {
        f.debug_tuple(name).field(value).finish()
    }

    /// Serializes an event of the run itself in the flat form: its `type` alone.
    ///
    /// # Errors
    /// Returns the serializer's error.
    pub fn lifecycle<S: Serializer>(event: &Lifecycle, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(1))?;
        map.serialize_entry("type", event.event_type())?;
        map.end()
    }
}

impl<L: FieldList> Fields<L> {
    /// Adds a field.
    #[inline]
    pub fn and<F: Serialize>(self, field: F, key: &'static str) -> Fields<(L, F, &'static str)> {
        Fields((self.0, field, key))
    }

    /// Serializes a struct of this name.
    ///
    /// # Errors
    /// Returns the serializer's error.
    #[inline]
    pub fn serialize<S: Serializer>(&self, to: S, name: &'static str) -> Result<S::Ok, S::Error> {
        let mut to = to.serialize_struct(name, L::LEN)?;
        self.0.each(&mut to)?;
        to.end()
    }
}

/// A list of fields that serialize.
pub trait FieldList {
    /// The number of fields.
    const LEN: usize;

    /// Serializes each field.
    ///
    /// # Errors
    /// Returns the serializer's error.
    fn each<S: SerializeStruct>(&self, to: &mut S) -> Result<(), S::Error>;
}

impl FieldList for () {
    const LEN: usize = 0;

    #[inline]
    fn each<S: SerializeStruct>(&self, _: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
}

impl<L: FieldList, F: Serialize> FieldList for (L, F, &'static str) {
    const LEN: usize = L::LEN + 1;

    #[inline]
    fn each<S: SerializeStruct>(&self, to: &mut S) -> Result<(), S::Error> {
        self.0.each(to)?;
        to.serialize_field(self.2, &self.1)
    }
}
