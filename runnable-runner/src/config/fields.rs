//! Reads values so that errors say which value was expected.

use runnable_store::Durability;
use serde::{
    Deserialize, Deserializer,
    de::{Error, IntoDeserializer, SeqAccess, Unexpected, Visitor, value::SeqAccessDeserializer},
};
use std::{fmt, marker::PhantomData, net::SocketAddr, num::NonZeroU64, path::PathBuf, time::Duration};

pub(super) fn duration<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    deserializer
        .deserialize_str(Text("a duration with its unit, such as \"10s\"", |text| humantime::parse_duration(text).ok()))
}

pub(super) fn positive_duration<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    deserializer.deserialize_str(Text("a duration longer than zero with its unit, such as \"10s\"", |text| {
        humantime::parse_duration(text).ok().filter(|duration| !duration.is_zero())
    }))
}

pub(super) fn optional_duration<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Duration>, D::Error> {
    duration(deserializer).map(Some)
}

pub(super) fn path<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
    deserializer.deserialize_str(Text("a path", |text| (!text.is_empty()).then(|| text.into())))
}

/// Reads the address on which a server listens.
pub(super) fn socket<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SocketAddr, D::Error> {
    deserializer.deserialize_str(Text("an address with a port, such as \"0.0.0.0:9080\"", |text| text.parse().ok()))
}

/// Reads the name of a stream, which is also part of its subjects.
pub(super) fn stream_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    deserializer.deserialize_str(Text("a name of letters, digits, `-` and `_`", |text| {
        let is_name = |char: char| char.is_ascii_alphanumeric() || "-_".contains(char);
        (!text.is_empty() && text.len() <= 64 && text.chars().all(is_name)).then(|| text.to_owned())
    }))
}

/// Reads a [`Durability`] by its name.
pub(super) fn durability<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Durability, D::Error> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Name {
        Step,
        Relaxed,
    }
    Ok(match Name::deserialize(deserializer)? {
        Name::Step => Durability::Step,
        Name::Relaxed => Durability::Relaxed,
    })
}

/// Reads a string: a description of valid strings, and the parser.
struct Text<T>(&'static str, fn(&str) -> Option<T>);

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.1)(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

pub(super) fn count<'de, T: TryFrom<NonZeroU64>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_u64(Count(PhantomData))
}

pub(super) fn optional_count<'de, T: TryFrom<NonZeroU64>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    count(deserializer).map(Some)
}

struct Count<T>(PhantomData<T>);

impl<T: TryFrom<NonZeroU64>> Visitor<'_> for Count<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number of at least 1")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        let count = NonZeroU64::new(number).and_then(|number| number.try_into().ok());
        count.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        let unsigned = u64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))?;
        self.visit_u64(unsigned)
    }
}

/// Reads a name or a list of names, each with a character at least.
pub(super) fn names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let names: Vec<String> = deserializer.deserialize_any(OneOrMore(PhantomData))?;
    match names.iter().find(|name| name.is_empty()) {
        Some(name) => Err(D::Error::invalid_value(Unexpected::Str(name), &"a name")),
        None => Ok(names),
    }
}

/// Reads a value or a non-empty list of values.
pub(super) fn one_or_more<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_any(OneOrMore(PhantomData))
}

struct OneOrMore<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMore<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name or a list of names")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Vec<T>, E> {
        T::deserialize(name.into_deserializer()).map(|value| vec![value])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Vec<T>, A::Error> {
        let list = Vec::deserialize(SeqAccessDeserializer::new(list))?;
        if list.is_empty() { Err(A::Error::invalid_length(0, &self)) } else { Ok(list) }
    }
}
