//! The keys of maps.

use super::{error::Refusal, serializer::not_finite, writer::Writer};
use serde::{Serialize, Serializer, ser::Impossible};
use serde_json::ser::{CompactFormatter, Formatter};
use std::{fmt, io};

/// Writes a key as a string. The keys are those that `serde_json` writes.
pub(super) struct KeyWriter<'w, 'o>(pub(super) &'w mut Writer<'o>);

macro_rules! quoted {
    ($($method:ident $write:ident $ty:ty,)*) => {$(
        fn $method(self, value: $ty) -> Result<(), Refusal> {
            self.quoted(|text| CompactFormatter.$write(text, value))
        }
    )*};
}

macro_rules! quoted_floats {
    ($($method:ident $write:ident $ty:ty,)*) => {$(
        fn $method(self, value: $ty) -> Result<(), Refusal> {
            if !value.is_finite() {
                return Err(not_finite(value.into()));
            }
            self.quoted(|text| CompactFormatter.$write(text, value))
        }
    )*};
}

macro_rules! refused {
    ($($method:ident($($ty:ty),*) -> $ok:ty, $found:literal;)*) => {$(
        fn $method(self, $(_: $ty),*) -> Result<$ok, Refusal> {
            Err(no_key($found))
        }
    )*};
}

#[cold]
fn no_key(found: &str) -> Refusal {
    Refusal::unwritable(format!(
        "expected a string or a number as the key of a map, found {found}\nhelp: use a list of pairs"
    ))
}

impl KeyWriter<'_, '_> {
    /// Writes a number or a `bool` as a string. Not every type reads such a key.
    fn quoted(self, write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Result<(), Refusal> {
        self.0.doubtful = true;
        self.0.push(b'"');
        write(self.0.text)?;
        self.0.push(b'"');
        Ok(())
    }
}

impl Serializer for KeyWriter<'_, '_> {
    type Ok = ();
    type Error = Refusal;
    type SerializeSeq = Impossible<(), Refusal>;
    type SerializeTuple = Impossible<(), Refusal>;
    type SerializeTupleStruct = Impossible<(), Refusal>;
    type SerializeTupleVariant = Impossible<(), Refusal>;
    type SerializeMap = Impossible<(), Refusal>;
    type SerializeStruct = Impossible<(), Refusal>;
    type SerializeStructVariant = Impossible<(), Refusal>;

    quoted! {
        serialize_bool write_bool bool,
        serialize_i8 write_i8 i8,
        serialize_i16 write_i16 i16,
        serialize_i32 write_i32 i32,
        serialize_i64 write_i64 i64,
        serialize_i128 write_i128 i128,
        serialize_u8 write_u8 u8,
        serialize_u16 write_u16 u16,
        serialize_u32 write_u32 u32,
        serialize_u64 write_u64 u64,
        serialize_u128 write_u128 u128,
    }

    quoted_floats! {
        serialize_f32 write_f32 f32,
        serialize_f64 write_f64 f64,
    }

    refused! {
        serialize_bytes(&[u8]) -> (), "bytes";
        serialize_none() -> (), "`None`";
        serialize_unit() -> (), "`()`";
        serialize_unit_struct(&'static str) -> (), "a struct without fields";
        serialize_seq(Option<usize>) -> Self::SerializeSeq, "a list";
        serialize_tuple(usize) -> Self::SerializeTuple, "a tuple";
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct, "a tuple";
        serialize_map(Option<usize>) -> Self::SerializeMap, "a map";
        serialize_struct(&'static str, usize) -> Self::SerializeStruct, "a struct";
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant,
            "a variant with fields";
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant,
            "a variant with fields";
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Refusal> {
        self.0.string(value)
    }

    #[inline]
    fn serialize_char(self, value: char) -> Result<(), Refusal> {
        self.0.string(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Refusal> {
        self.0.string(variant)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Refusal> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Refusal> {
        Err(no_key("a variant with fields"))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Refusal> {
        self.0.doubtful = true;
        value.serialize(self)
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), Refusal> {
        self.0.display(value)
    }
}

/// Returns a key that an object has twice, as JSON. The object need not be closed yet.
#[cold]
pub(super) fn repeated_key(object: &[u8]) -> Option<&[u8]> {
    let mut keys = keys_of(object);
    keys.sort_unstable();
    keys.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}

/// Returns a hash of a key (FNV-1a).
#[inline]
pub(super) fn hash(key: &[u8]) -> u64 {
    key.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// Returns whether two hashes are equal: then two keys may be.
#[inline]
pub(super) fn has_equal(hashes: &mut [u64]) -> bool {
    hashes.sort_unstable();
    hashes.windows(2).any(|pair| pair[0] == pair[1])
}

/// Returns the keys of an object, which need not be closed yet.
#[cold]
pub(super) fn keys_of(object: &[u8]) -> Vec<&[u8]> {
    let (mut keys, mut depth, mut key_next, mut at) = (Vec::new(), 0, true, 0);
    while at < object.len() {
        let start = at;
        at += 1;
        match object[start] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            b',' if depth == 1 => key_next = true,
            b'"' => {
                at += length_of_string(&object[at..]);
                if depth == 1 && std::mem::take(&mut key_next) {
                    keys.push(&object[start..at]);
                }
            }
            _ => {}
        }
    }
    keys
}

/// Returns the length of a string after its first quotation mark, including the last quotation mark.
fn length_of_string(text: &[u8]) -> usize {
    let mut escaped = false;
    for (at, &byte) in text.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}
