//! A deserializer without data, which notes what a type asks for.

use super::state::State;
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
    value::StrDeserializer,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// The deepest nesting that is followed.
const DEPTH: usize = 48;

/// The kind of a position that reads whatever value comes.
pub(super) const ANYTHING: &str = "anything";

type Kinds = BTreeMap<String, BTreeSet<String>>;

/// A value that some type reads at some position.
pub(super) struct Probe<'s> {
    kinds: &'s mut Kinds,
    state: &'s mut State,
    position: String,
    depth: usize,
    /// True inside a type that contains itself: lists are empty there, and options are `None`.
    again: bool,
}

/// A type refused a value.
#[derive(Debug)]
pub(super) struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no data")
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<'s> Probe<'s> {
    pub(super) fn new(kinds: &'s mut Kinds, state: &'s mut State, position: &str) -> Self {
        Self { kinds, state, position: position.to_owned(), depth: 0, again: false }
    }

    fn note(&mut self, kind: &str) {
        self.note_at(self.position.clone(), kind);
    }

    fn note_at(&mut self, position: String, kind: &str) {
        self.kinds.entry(position).or_default().insert(kind.to_owned());
    }

    /// Reads a value inside this value.
    fn inner<'de, S: DeserializeSeed<'de>>(&mut self, position: String, seed: S) -> Result<S::Value, Refused> {
        seed.deserialize(&mut self.below(position)?)
    }

    /// Returns the probe of a value inside this value. A type that can only contain itself ends at the deepest level.
    fn below(&mut self, position: String) -> Result<Probe<'_>, Refused> {
        if !self.state.count(self.depth == DEPTH) {
            return Err(Refused);
        }
        let (kinds, state) = (&mut *self.kinds, &mut *self.state);
        Ok(Probe { kinds, state, position, depth: self.depth + 1, again: self.again })
    }

    /// Reads a type with fields or variants.
    fn parted<T>(
        &mut self,
        kind: &str,
        parts: usize,
        read: impl FnOnce(&mut Self) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let before = self.again;
        self.again |= self.state.enter(kind, parts);
        let read = read(self);
        self.again = before;
        self.state.leave();
        read
    }

    fn tuple<'de, V: Visitor<'de>>(&mut self, name: &str, len: usize, visitor: V) -> Result<V::Value, Refused> {
        let position = if name.is_empty() { self.position.clone() } else { name.to_owned() };
        visitor.visit_seq(Elements { probe: self, position, index: 0, len })
    }
}

/// The kinds of values that serde distinguishes.
macro_rules! plain {
    ($($ask:ident $visit:ident($($value:expr)?) $kind:expr;)*) => {$(
        fn $ask<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
            self.note($kind);
            visitor.$visit($($value)?)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Probe<'_> {
    type Error = Refused;

    plain! {
        deserialize_bool visit_bool(false) "bool";
        deserialize_i8 visit_i8(1) "i8";
        deserialize_i16 visit_i16(1) "i16";
        deserialize_i32 visit_i32(1) "i32";
        deserialize_i64 visit_i64(1) "i64";
        deserialize_i128 visit_i128(1) "i128";
        deserialize_u8 visit_u8(1) "u8";
        deserialize_u16 visit_u16(1) "u16";
        deserialize_u32 visit_u32(1) "u32";
        deserialize_u64 visit_u64(1) "u64";
        deserialize_u128 visit_u128(1) "u128";
        deserialize_f32 visit_f32(1.0) "f32";
        deserialize_f64 visit_f64(1.0) "f64";
        deserialize_char visit_char('1') "char";
        deserialize_str visit_str("1") "string";
        deserialize_string visit_str("1") "string";
        deserialize_bytes visit_bytes(&[]) "bytes";
        deserialize_byte_buf visit_byte_buf(Vec::new()) "bytes";
        deserialize_unit visit_unit() "unit";
        deserialize_identifier visit_str("1") "identifier";
        deserialize_ignored_any visit_unit() ANYTHING;
        deserialize_any visit_unit() ANYTHING;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.note("option");
        if self.again {
            return visitor.visit_none();
        }
        visitor.visit_some(&mut self.below(format!("{}?", self.position))?)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Refused> {
        self.note(&format!("struct {name}"));
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Refused> {
        let kind = format!("struct {name}(..1)");
        self.note(&kind);
        self.parted(&kind, 0, |probe| visitor.visit_newtype_struct(&mut probe.below(format!("{name}.0"))?))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.note("list");
        let (position, len) = (format!("{}[]", self.position), usize::from(!self.again));
        visitor.visit_seq(Items { probe: self, position, left: len })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Refused> {
        self.note(&format!("tuple of {len}"));
        self.tuple("", len, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let kind = format!("struct {name}(..{len})");
        self.note(&kind);
        self.parted(&kind, 0, |probe| probe.tuple(name, len, visitor))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.note("map");
        let left = usize::from(!self.again);
        visitor.visit_map(Entries { probe: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let kind = format!("struct {name} {{ {} }}", fields.join(", "));
        self.note(&kind);
        self.parted(&kind, fields.len(), |probe| {
            let left = probe.state.fields(&kind);
            visitor.visit_map(Fields { probe, name, kind: &kind, names: fields, left: left.into_iter(), current: 0 })
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let kind = format!("enum {name} {{ {} }}", variants.join(", "));
        self.note(&kind);
        self.parted(&kind, variants.len(), |probe| {
            let index = probe.state.variant(&kind, probe.again);
            let variant = variants.get(index).ok_or(Refused)?;
            probe.state.visit(&kind, index, probe.again);
            let read = visitor.visit_enum(Variant { probe: &mut *probe, of: name, name: variant });
            if read.is_err() {
                probe.state.fail(&kind, index);
            }
            read
        })
    }
}

/// The only item of a list.
struct Items<'p, 's> {
    probe: &'p mut Probe<'s>,
    position: String,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Refused;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        self.probe.inner(self.position.clone(), seed).map(Some)
    }
}

/// The elements of a tuple.
struct Elements<'p, 's> {
    probe: &'p mut Probe<'s>,
    position: String,
    index: usize,
    len: usize,
}

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = Refused;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        if self.index == self.len {
            return Ok(None);
        }
        let position = format!("{}.{}", self.position, self.index);
        self.index += 1;
        self.probe.inner(position, seed).map(Some)
    }
}

/// The only entry of a map.
struct Entries<'p, 's> {
    probe: &'p mut Probe<'s>,
    left: usize,
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        self.probe.inner(format!("{}{{key}}", self.probe.position), seed).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        self.probe.inner(format!("{}{{}}", self.probe.position), seed)
    }
}

/// The fields of a struct, or of a variant with fields.
struct Fields<'p, 's> {
    probe: &'p mut Probe<'s>,
    /// The prefix of the positions.
    name: &'p str,
    kind: &'p str,
    names: &'static [&'static str],
    left: std::vec::IntoIter<usize>,
    current: usize,
}

impl<'de> MapAccess<'de> for Fields<'_, '_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        let Some(next) = self.left.next() else { return Ok(None) };
        self.current = next;
        let name = self.names.get(next).ok_or(Refused)?;
        seed.deserialize(StrDeserializer::<Refused>::new(name)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        self.probe.state.visit(self.kind, self.current, self.probe.again);
        let field = self.names.get(self.current).copied().unwrap_or_default();
        let read = self.probe.inner(format!("{}.{field}", self.name), seed);
        if read.is_err() {
            self.probe.state.fail(self.kind, self.current);
        }
        read
    }
}

/// A variant of an enum.
struct Variant<'p, 's> {
    probe: &'p mut Probe<'s>,
    of: &'static str,
    name: &'static str,
}

impl Variant<'_, '_> {
    fn position(&self) -> String {
        format!("{}::{}", self.of, self.name)
    }
}

impl<'de> EnumAccess<'de> for Variant<'_, '_> {
    type Error = Refused;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Refused> {
        let variant = seed.deserialize(StrDeserializer::<Refused>::new(self.name))?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, '_> {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Refused> {
        self.probe.inner(format!("{}.0", self.position()), seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Refused> {
        let position = self.position();
        visitor.visit_seq(Elements { probe: self.probe, position, index: 0, len })
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Refused> {
        let position = self.position();
        let fields_of = format!("{{ {} }}", fields.join(", "));
        self.probe.note_at(position.clone(), &fields_of);
        let kind = format!("{position} {fields_of}");
        self.probe.parted(&kind, fields.len(), |probe| {
            let left = probe.state.fields(&kind);
            visitor.visit_map(Fields {
                probe,
                name: &position,
                kind: &kind,
                names: fields,
                left: left.into_iter(),
                current: 0,
            })
        })
    }
}
