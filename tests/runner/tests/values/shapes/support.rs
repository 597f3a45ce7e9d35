//! Types and values that the generated shapes consist of.

pub(super) use serde::{Deserialize, Serialize};
pub(super) use serde_json::Value;
pub(super) use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    net::IpAddr,
    time::Duration,
};

use serde::{
    Deserializer, Serializer,
    de::{Error, SeqAccess, Visitor},
};
use std::{
    fmt,
    hash::{BuildHasher, Hash},
};

/// Makes values.
pub(super) struct Rng {
    state: u64,
    /// True if JSON can represent every value.
    calm: bool,
    /// The number of values that may still be made; then all lists are empty.
    left: u32,
}

impl Rng {
    pub(super) fn new(seed: u64) -> Self {
        Self { state: seed, calm: seed.is_multiple_of(2), left: 200 }
    }

    /// Returns the next number of `SplitMix64`.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub(super) fn make<T: Make>(&mut self) -> T {
        self.left = self.left.saturating_sub(1);
        T::make(self)
    }

    fn some(&mut self, chance: u64) -> bool {
        self.left > 0 && self.below(100) < chance
    }

    fn many<T: Make, C: FromIterator<T>>(&mut self) -> C {
        let length = if self.left == 0 { 0 } else { self.below(4) };
        (0..length).map(|_| self.make()).collect()
    }

    fn pick<T: Clone>(&mut self, values: &[T]) -> T {
        values[usize::try_from(self.below(values.len() as u64)).expect("it is small")].clone()
    }
}

/// A value from random numbers.
pub(super) trait Make {
    fn make(r: &mut Rng) -> Self;
}

macro_rules! picked {
    ($($ty:ty: $values:expr;)*) => {$(
        impl Make for $ty {
            fn make(r: &mut Rng) -> Self {
                r.pick(&$values)
            }
        }
    )*};
}

picked! {
    (): [()];
    bool: [false, true];
    u8: [0, 1, u8::MAX];
    u16: [0, 1, u16::MAX];
    u32: [0, 7, u32::MAX];
    u64: [0, 7, 1 << 53, (1 << 53) + 1, u64::MAX];
    u128: [0, 7, u64::MAX.into(), u128::from(u64::MAX) + 1, u128::MAX];
    i8: [0, -1, i8::MIN];
    i16: [0, -1, i16::MIN];
    i32: [0, -7, i32::MIN];
    i64: [0, -7, i64::MIN, i64::MAX];
    i128: [0, -7, i64::MIN.into(), i128::from(i64::MIN) - 1, i128::MIN, i128::MAX];
    char: ['a', '\0', '"', 'ß', '\u{2028}', '🦀'];
    String: ["", "a", "null", "type", "ß\"\\\n\0", "1", "alpha", "NaN"].map(str::to_owned);
    Cow<'static, str>: [Cow::Borrowed(""), Cow::Borrowed("borrowed"), Cow::Owned("owned".to_owned())];
    Duration: [Duration::ZERO, Duration::from_nanos(1), Duration::MAX];
    IpAddr: [[127, 0, 0, 1].into(), [0u16, 0, 0, 0, 0, 0, 0, 1].into()];
    Unit: [Unit];
    Color: [Color::Red, Color::DarkGreen];
    Bytes: [Bytes(vec![]), Bytes(vec![0, 255])];
}

macro_rules! floats {
    ($($ty:ident)*) => {$(
        impl Make for $ty {
            fn make(r: &mut Rng) -> Self {
                if !r.calm && r.some(20) {
                    return r.pick(&[$ty::NAN, $ty::INFINITY, $ty::NEG_INFINITY]);
                }
                let bits = r.next() as _;
                let random = if r.some(50) { $ty::from_bits(bits) } else { 0.1 };
                let random = if random.is_finite() { random } else { 1.5 };
                r.pick(&[0.0, -0.0, 1.0, 0.1, $ty::MAX, $ty::MIN_POSITIVE, $ty::EPSILON, 1e16, random, random])
            }
        }
    )*};
}

floats! { f32 f64 }

macro_rules! lists {
    ($($ty:ident)*) => {$(
        impl<T: Make + Eq + Hash + Ord> Make for $ty<T> {
            fn make(r: &mut Rng) -> Self {
                r.many()
            }
        }
    )*};
}

lists! { BTreeSet HashSet }

impl<T: Make> Make for Vec<T> {
    fn make(r: &mut Rng) -> Self {
        r.many()
    }
}

impl<T: Make> Make for VecDeque<T> {
    fn make(r: &mut Rng) -> Self {
        r.many()
    }
}

impl<K: Make + Ord, V: Make> Make for BTreeMap<K, V> {
    fn make(r: &mut Rng) -> Self {
        r.many()
    }
}

impl<K: Make + Eq + Hash, V: Make, S: BuildHasher + Default> Make for HashMap<K, V, S> {
    fn make(r: &mut Rng) -> Self {
        r.many()
    }
}

impl<T: Make> Make for Option<T> {
    fn make(r: &mut Rng) -> Self {
        r.some(60).then(|| r.make())
    }
}

impl<T: Make> Make for Box<T> {
    fn make(r: &mut Rng) -> Self {
        Self::new(r.make())
    }
}

impl<T: Make, E: Make> Make for Result<T, E> {
    fn make(r: &mut Rng) -> Self {
        if r.below(2) == 0 { Ok(r.make()) } else { Err(r.make()) }
    }
}

impl<T: Make, const N: usize> Make for [T; N] {
    fn make(r: &mut Rng) -> Self {
        std::array::from_fn(|_| r.make())
    }
}

impl<T: Make> Make for (T,) {
    fn make(r: &mut Rng) -> Self {
        (r.make(),)
    }
}

impl<T: Make, U: Make> Make for (T, U) {
    fn make(r: &mut Rng) -> Self {
        (r.make(), r.make())
    }
}

/// A struct without fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Unit;

/// A key that is a string.
#[derive(Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Name(String);

impl Make for Name {
    fn make(r: &mut Rng) -> Self {
        Self(r.make())
    }
}

/// A key that is a variant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Color {
    Red,
    DarkGreen,
}

/// A list that is as deep as it is long.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Chain {
    next: Option<Box<Chain>>,
}

impl Make for Chain {
    fn make(r: &mut Rng) -> Self {
        let length = if r.calm { r.below(4) } else { r.pick(&[0, 1, 30, 115, 121, 126, 127, 128, 129, 200]) };
        (0..length).fold(Self { next: None }, |inner, _| Self { next: Some(Box::new(inner)) })
    }
}

/// A tree of variants.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Tree {
    Leaf(f32),
    Nodes(Vec<Tree>),
}

impl Make for Tree {
    fn make(r: &mut Rng) -> Self {
        if r.below(3) > 0 { Self::Leaf(r.make()) } else { Self::Nodes(r.many()) }
    }
}

impl Make for Value {
    fn make(r: &mut Rng) -> Self {
        match r.below(8) {
            0 => Self::Null,
            1 => Self::Bool(r.make()),
            2 => r.make::<u64>().into(),
            3 => r.make::<i64>().into(),
            4 => r.make::<f64>().into(),
            5 => r.make::<String>().into(),
            6 => Self::Array(r.many()),
            _ => Self::Object(r.many::<(String, Self), Vec<_>>().into_iter().collect()),
        }
    }
}

/// Bytes that are read from bytes or from a list of numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bytes(Vec<u8>);

/// Bytes that are read from bytes alone.
#[derive(Debug, PartialEq)]
pub(super) struct OnlyBytes(Vec<u8>);

impl Make for OnlyBytes {
    fn make(r: &mut Rng) -> Self {
        Self(r.many())
    }
}

macro_rules! bytes {
    ($($ty:ident $lists:literal)*) => {$(
        impl Serialize for $ty {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_bytes(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $ty {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_byte_buf(BytesVisitor::<$lists>).map(Self)
            }
        }
    )*};
}

bytes! { Bytes true OnlyBytes false }

struct BytesVisitor<const LISTS: bool>;

impl<'de, const LISTS: bool> Visitor<'de> for BytesVisitor<LISTS> {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_vec())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<u8>, A::Error> {
        if !LISTS {
            return Err(A::Error::custom("expected bytes, found a list"));
        }
        let mut bytes = Vec::new();
        while let Some(byte) = list.next_element()? {
            bytes.push(byte);
        }
        Ok(bytes)
    }
}

/// Distinguishes a field that is `null` from a field that is absent.
#[expect(clippy::option_option, clippy::ref_option, reason = "the signatures that serde asks for")]
pub(super) mod double_option {
    use super::*;

    pub(in super::super) fn serialize<T: Serialize, S: Serializer>(
        value: &Option<Option<T>>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(Some(value)) => value.serialize(to),
            _ => to.serialize_unit(),
        }
    }

    pub(in super::super) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Option<T>>, D::Error> {
        Option::deserialize(from).map(Some)
    }
}
