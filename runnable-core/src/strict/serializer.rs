//! The forms of values.

use super::{error::Refusal, object::Object, sequence::Sequence, writer::Writer};
use serde::{Serialize, Serializer};
use serde_json::ser::{CompactFormatter, Formatter};
use std::fmt;

/// The names of the structs by which `serde_json` passes JSON text to its own serializer.
const VERBATIM: [&str; 2] = ["$serde_json::private::RawValue", "$serde_json::private::Number"];

macro_rules! numbers {
    ($($method:ident $write:ident $ty:ty,)*) => {$(
        #[inline]
        fn $method(self, value: $ty) -> Result<(), Refusal> {
            Ok(CompactFormatter.$write(&mut *self.text, value)?)
        }
    )*};
}

macro_rules! floats {
    ($($method:ident $write:ident $ty:ty,)*) => {$(
        #[inline]
        fn $method(self, value: $ty) -> Result<(), Refusal> {
            if !value.is_finite() {
                return Err(not_finite(value.into()));
            }
            Ok(CompactFormatter.$write(&mut *self.text, value)?)
        }
    )*};
}

#[cold]
pub(super) fn not_finite(value: f64) -> Refusal {
    let name = if value.is_nan() {
        "NaN"
    } else if value > 0.0 {
        "infinity"
    } else {
        "negative infinity"
    };
    Refusal::lossy(format!(
        "{name} has no JSON form\nhelp: use an `Option` or an enum for a value that is not a number"
    ))
}

impl<'w, 'o> Serializer for &'w mut Writer<'o> {
    type Ok = ();
    type Error = Refusal;
    type SerializeSeq = Sequence<'w, 'o>;
    type SerializeTuple = Sequence<'w, 'o>;
    type SerializeTupleStruct = Sequence<'w, 'o>;
    type SerializeTupleVariant = Sequence<'w, 'o>;
    type SerializeMap = Object<'w, 'o>;
    type SerializeStruct = Object<'w, 'o>;
    type SerializeStructVariant = Object<'w, 'o>;

    numbers! {
        serialize_bool write_bool bool,
        serialize_i8 write_i8 i8,
        serialize_i16 write_i16 i16,
        serialize_i32 write_i32 i32,
        serialize_i64 write_i64 i64,
        serialize_u8 write_u8 u8,
        serialize_u16 write_u16 u16,
        serialize_u32 write_u32 u32,
        serialize_u64 write_u64 u64,
    }

    floats! {
        serialize_f32 write_f32 f32,
        serialize_f64 write_f64 f64,
    }

    fn serialize_i128(self, value: i128) -> Result<(), Refusal> {
        self.doubtful = true;
        Ok(CompactFormatter.write_i128(&mut *self.text, value)?)
    }

    fn serialize_u128(self, value: u128) -> Result<(), Refusal> {
        self.doubtful = true;
        Ok(CompactFormatter.write_u128(&mut *self.text, value)?)
    }

    #[inline]
    fn serialize_char(self, value: char) -> Result<(), Refusal> {
        self.string(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Refusal> {
        self.string(value)
    }

    /// Not every type that writes bytes reads them from a list of numbers.
    fn serialize_bytes(self, value: &[u8]) -> Result<(), Refusal> {
        self.doubtful = true;
        Ok(CompactFormatter.write_byte_array(&mut *self.text, value)?)
    }

    #[inline]
    fn serialize_none(self) -> Result<(), Refusal> {
        self.null();
        Ok(())
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Refusal> {
        let start = self.text.len();
        value.serialize(&mut *self)?;
        if self.text[start..] == *b"null" { Err(some_null()) } else { Ok(()) }
    }

    #[inline]
    fn serialize_unit(self) -> Result<(), Refusal> {
        self.null();
        Ok(())
    }

    #[inline]
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Refusal> {
        self.null();
        Ok(())
    }

    #[inline]
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Refusal> {
        self.string(variant)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Refusal> {
        value.serialize(self)
    }

    #[inline]
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Refusal> {
        self.open_variant(variant)?;
        value.serialize(&mut *self).map_err(|error| error.in_field(variant))?;
        self.close(b'}');
        Ok(())
    }

    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<Sequence<'w, 'o>, Refusal> {
        Sequence::open(self, None)
    }

    #[inline]
    fn serialize_tuple(self, _: usize) -> Result<Sequence<'w, 'o>, Refusal> {
        Sequence::open(self, None)
    }

    #[inline]
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Sequence<'w, 'o>, Refusal> {
        Sequence::open(self, None)
    }

    #[inline]
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Sequence<'w, 'o>, Refusal> {
        Sequence::open(self, Some(variant))
    }

    /// A struct with `#[serde(flatten)]` is a map of unknown length, and reads some of its fields by trial.
    #[inline]
    fn serialize_map(self, len: Option<usize>) -> Result<Object<'w, 'o>, Refusal> {
        self.doubtful |= len.is_none();
        Object::open(self, None)
    }

    #[inline]
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Object<'w, 'o>, Refusal> {
        if VERBATIM.contains(&name) {
            self.doubtful = true;
            return Ok(Object::verbatim(self));
        }
        Object::open(self, None)
    }

    #[inline]
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Object<'w, 'o>, Refusal> {
        Object::open(self, Some(variant))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), Refusal> {
        self.display(value)
    }
}

#[cold]
fn some_null() -> Refusal {
    Refusal::lossy(
        "`Some` of a value that is `null` in JSON would read back as `None`\nhelp: use an enum in place of the inner value",
    )
}
