//! Structs and maps.

use super::{
    error::Refusal,
    keys::{KeyWriter, has_equal, hash, keys_of, repeated_key},
    writer::Writer,
};
use serde::{Serialize, ser};
use std::ops::Range;

/// A struct or a map under construction.
pub(super) struct Object<'w, 'o> {
    writer: &'w mut Writer<'o>,
    form: Form,
    /// The position of the opening bracket.
    start: usize,
    /// The position of the latest key.
    key: Range<usize>,
    /// The hashes of all keys, once a key was not greater than the one before. Until then, none is repeated.
    hashes: Vec<u64>,
}

enum Form {
    Plain,
    /// The content of a variant.
    Variant(&'static str),
    /// JSON text, by which `serde_json` represents some of its types.
    Verbatim,
}

impl<'w, 'o> Object<'w, 'o> {
    #[inline]
    pub(super) fn open(writer: &'w mut Writer<'o>, variant: Option<&'static str>) -> Result<Self, Refusal> {
        let form = match variant {
            Some(variant) => {
                writer.open_variant(variant)?;
                Form::Variant(variant)
            }
            None => Form::Plain,
        };
        let start = writer.text.len();
        writer.open(b'{')?;
        Ok(Self { writer, form, start, key: 0..0, hashes: Vec::new() })
    }

    pub(super) fn verbatim(writer: &'w mut Writer<'o>) -> Self {
        Self { writer, form: Form::Verbatim, start: 0, key: 0..0, hashes: Vec::new() }
    }

    /// Writes a field of a struct. The names of a struct differ, except that the tag of an enum with `#[serde(tag)]`, which
    /// comes first, may equal another.
    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Refusal> {
        if let Form::Verbatim = self.form {
            return self.verbatim_text(value);
        }
        self.separate();
        let start = self.writer.text.len();
        self.writer.string(name)?;
        let end = self.writer.text.len();
        if self.key.is_empty() {
            self.key = start..end;
        } else if self.writer.text[self.key.clone()] == self.writer.text[start..end] {
            return Err(self.locate(repeated(), name));
        }
        self.writer.push(b':');
        value.serialize(&mut *self.writer).map_err(|error| self.locate(error, name))
    }

    /// Writes the text that is the only field.
    #[cold]
    fn verbatim_text<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        let text = serde_json::to_value(value).map_err(<Refusal as ser::Error>::custom)?;
        self.writer.verbatim(text.as_str().unwrap_or("null"))
    }

    #[inline]
    fn separate(&mut self) {
        if self.writer.text.len() > self.start + 1 {
            self.writer.push(b',');
        }
    }

    #[inline]
    fn map_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refusal> {
        self.separate();
        let start = self.writer.text.len();
        key.serialize(KeyWriter(&mut *self.writer))?;
        let latest = start..self.writer.text.len();
        let text = &*self.writer.text;
        if !self.hashes.is_empty() {
            self.hashes.push(hash(&text[latest.clone()]));
        } else if !self.key.is_empty() && text[self.key.clone()] >= text[latest.clone()] {
            self.hashes = keys_of(&text[self.start..]).into_iter().map(hash).collect();
        }
        self.key = latest;
        self.writer.push(b':');
        Ok(())
    }

    #[inline]
    fn map_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        value.serialize(&mut *self.writer).map_err(|error| {
            let key = text_of(&self.writer.text[self.key.clone()]);
            self.locate(error, &key)
        })
    }

    #[cold]
    fn locate(&self, error: Refusal, name: &str) -> Refusal {
        let error = error.in_field(name.to_owned());
        match self.form {
            Form::Variant(variant) => error.in_field(variant),
            Form::Plain | Form::Verbatim => error,
        }
    }

    #[inline]
    fn close(mut self) -> Result<(), Refusal> {
        if let Form::Verbatim = self.form {
            return Ok(());
        }
        if has_equal(&mut self.hashes)
            && let Some(key) = repeated_key(&self.writer.text[self.start..])
        {
            return Err(self.locate(repeated(), &text_of(key)));
        }
        self.writer.close(b'}');
        if let Form::Variant(_) = self.form {
            self.writer.close(b'}');
        }
        Ok(())
    }
}

#[cold]
fn repeated() -> Refusal {
    Refusal::lossy("the object has this key twice")
}

/// Returns the text of a key.
#[cold]
fn text_of(json: &[u8]) -> String {
    serde_json::from_slice(json).unwrap_or_default()
}

impl ser::SerializeMap for Object<'_, '_> {
    type Ok = ();
    type Error = Refusal;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refusal> {
        self.map_key(key)
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        self.map_value(value)
    }

    #[inline]
    fn end(self) -> Result<(), Refusal> {
        self.close()
    }
}

macro_rules! structs {
    ($($form:ident)*) => {$(
        impl ser::$form for Object<'_, '_> {
            type Ok = ();
            type Error = Refusal;

            #[inline]
            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Refusal> {
                self.field(name, value)
            }

            #[inline]
            fn end(self) -> Result<(), Refusal> {
                self.close()
            }
        }
    )*};
}

structs! { SerializeStruct SerializeStructVariant }
