//! Reads YAML.

use super::{Lines, Parsed, without_line};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use serde_saphyr::{Spanned, options, with_deserializer_from_str_with_options};
use std::fmt;

pub(super) fn parse(text: &str) -> Parsed {
    let mut lines = Lines::new();
    // As in YAML 1.2, `no` is a string. So is `01234`, whose zero a number would lose. Errors must not quote the file, which
    // may contain secrets.
    let options = options! { strict_booleans: true, leading_zero_numbers_as_strings: true, with_snippet: false };
    let read = |deserializer: serde_saphyr::Deserializer<'_, '_>| {
        Reader { keys: &mut Vec::new(), lines: &mut lines }.deserialize(deserializer)
    };
    match with_deserializer_from_str_with_options(text, options, read) {
        Ok(value) => Ok((value, lines)),
        Err(error) => {
            let line = error.location().and_then(|location| usize::try_from(location.line()).ok());
            Err((line, without_line(&error)))
        }
    }
}

struct Reader<'a> {
    keys: &'a mut Vec<String>,
    lines: &'a mut Lines,
}

impl Reader<'_> {
    fn again(&mut self) -> Reader<'_> {
        Reader { keys: self.keys, lines: self.lines }
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON can express")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("expected a finite number"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            self.keys.push(list.len().to_string());
            let item = items.next_element_seed(self.again())?;
            self.keys.pop();
            match item {
                Some(item) => list.push(item),
                None => break,
            }
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<Spanned<String>>()? {
            self.keys.push(key.value.clone());
            if let Ok(line) = usize::try_from(key.referenced.line()) {
                self.lines.insert(self.keys.clone(), line);
            }
            let value = entries.next_value_seed(self.again())?;
            self.keys.pop();
            object.insert(key.value, value);
        }
        Ok(Value::Object(object))
    }
}
