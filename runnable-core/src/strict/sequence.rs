//! Lists and tuples.

use super::{error::Refusal, writer::Writer};
use serde::{Serialize, ser};

/// A list or tuple under construction.
pub(super) struct Sequence<'w, 'o> {
    writer: &'w mut Writer<'o>,
    /// The variant whose content this is.
    variant: Option<&'static str>,
    index: usize,
}

impl<'w, 'o> Sequence<'w, 'o> {
    #[inline]
    pub(super) fn open(writer: &'w mut Writer<'o>, variant: Option<&'static str>) -> Result<Self, Refusal> {
        if let Some(variant) = variant {
            writer.open_variant(variant)?;
        }
        writer.open(b'[')?;
        Ok(Self { writer, variant, index: 0 })
    }

    #[inline]
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        if self.index > 0 {
            self.writer.push(b',');
        }
        value.serialize(&mut *self.writer).map_err(|error| self.locate(error))?;
        self.index += 1;
        Ok(())
    }

    #[cold]
    fn locate(&self, error: Refusal) -> Refusal {
        let error = error.at_index(self.index);
        match self.variant {
            Some(variant) => error.in_field(variant),
            None => error,
        }
    }

    #[inline]
    fn close(self) {
        self.writer.close(b']');
        if self.variant.is_some() {
            self.writer.close(b'}');
        }
    }
}

macro_rules! sequences {
    ($($form:ident $method:ident,)*) => {$(
        impl ser::$form for Sequence<'_, '_> {
            type Ok = ();
            type Error = Refusal;

            #[inline]
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
                self.item(value)
            }

            #[inline]
            fn end(self) -> Result<(), Refusal> {
                self.close();
                Ok(())
            }
        }
    )*};
}

sequences! {
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field,
}
