//! Values that JSON readers often confuse differ, and equal values in another form do not.

use super::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{json, value::RawValue};
use std::fmt::Debug;

/// Takes a value as JSON of some type.
macro_rules! takes {
    ($($name:ident $node:ident $pipeline:ident $whole:ident $ty:ty;)*) => {$(
        #[task(returns = [n])]
        async fn $name(name: &str, value: &$ty) -> Result<u32, String> {
            let _ = value;
            act(&format!("{name}/took"))?;
            Ok(1)
        }
        pipeline! {
            fn $pipeline(name: String) -> [n, last] { $name(value = VALUES.get::<$ty>(name)) >> finish }
        }
    )*};
}

/// The values that the tests hand to their steps, as JSON, by test.
struct Values(Mutex<BTreeMap<String, String>>);

static VALUES: Values = Values(Mutex::new(BTreeMap::new()));

impl Values {
    fn set(&self, name: &str, json: &str) {
        self.0.lock().expect("not poisoned").insert(name.to_owned(), json.to_owned());
    }

    fn get<T: DeserializeOwned>(&self, name: &str) -> T {
        let json = self.0.lock().expect("not poisoned")[name].clone();
        serde_json::from_str(&json).expect("the type reads it")
    }
}

/// A number of any size that reads floats as well.
#[derive(Debug, Clone, Serialize)]
struct Lenient(u128);

impl PartialEq for Lenient {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Lenient;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number")
            }
            fn visit_u64<E>(self, value: u64) -> Result<Lenient, E> {
                Ok(Lenient(value.into()))
            }
            fn visit_u128<E>(self, value: u128) -> Result<Lenient, E> {
                Ok(Lenient(value))
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "as lenient types do")]
            fn visit_f64<E>(self, value: f64) -> Result<Lenient, E> {
                Ok(Lenient(value as u128))
            }
        }
        from.deserialize_u128(Visitor)
    }
}

/// A struct that buffers some of its fields while it is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Flat {
    id: u64,
    #[serde(flatten)]
    rest: BTreeMap<String, serde_json::Value>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
enum Key {
    One,
    Two,
}

/// Numbers without an order.
type Wide = HashSet<u128, BuildHasherDefault<DefaultHasher>>;

takes! {
    take_u128 TakeU128 with_u128 WithU128 u128;
    take_i128 TakeI128 with_i128 WithI128 Option<i128>;
    take_lenient TakeLenient with_lenient WithLenient Lenient;
    take_wide TakeWide with_wide WithWide Wide;
    take_u64 TakeU64 with_u64 WithU64 u64;
    take_f64 TakeF64 with_f64 WithF64 Vec<f64>;
    take_f32 TakeF32 with_f32 WithF32 f32;
    take_text TakeText with_text WithText String;
    take_raw TakeRaw with_raw WithRaw Box<RawValue>;
    take_value TakeValue with_value WithValue serde_json::Value;
    take_flat TakeFlat with_flat WithFlat Flat;
    take_keys TakeKeys with_keys WithKeys BTreeMap<Key, BTreeMap<i128, bool>>;
    take_floats TakeFloats with_floats WithFloats HashMap<bool, BTreeMap<char, f64>>;
    take_list TakeList with_list WithList Vec<String>;
    take_mixed TakeMixed with_mixed WithMixed (Wide, Vec<String>);
}

/// Records a value, resumes with others that differ, and with others that are equal.
macro_rules! compared {
    ($pipeline:ident $whole:ident, $then:expr, differ $differ:expr, equal $equal:expr) => {{
        let (runner, name) = (runner().await, unique(stringify!($pipeline)));
        let then: &str = $then;
        VALUES.set(&name, then);
        fail(&runner, $pipeline(name.clone()), &name, "finish").await;
        let differ: &[&str] = $differ;
        for now in differ {
            VALUES.set(&name, now);
            let Err(error) = runner.resume::<$whole>(&name).await else {
                panic!("{}: {then} was resumed with {now}", stringify!($whole))
            };
            refused(&error, &["`value`", "take_", "is recorded"]);
            assert_eq!(done(&format!("{name}/finish")), 1);
        }
        let equal: &[&str] = $equal;
        for now in equal {
            VALUES.set(&name, now);
            break_at(&format!("{name}/finish"));
            let error = runner.resume::<$whole>(&name).await.expect_err("it fails");
            assert_eq!(error.kind(), ErrorKind::Failed, "{then} is {now}, but: {error:#}");
            mend(&format!("{name}/finish"));
        }
        VALUES.set(&name, then);
        runner.resume::<$whole>(&name).await.expect("it is as before");
        assert_eq!(done(&format!("{name}/took")), 1);
    }};
}

const MAX: &str = "340282366920938463463374607431768211455";
const BELOW: &str = "340282366920938463463374607431768211454";

#[tokio::test]
async fn integers_are_compared_digit_by_digit() {
    compared!(with_u128 WithU128, MAX, differ &[BELOW, "18446744073709551615", "0"], equal &[]);
    compared!(with_i128 WithI128, "-170141183460469231731687303715884105728", differ &[
        "-170141183460469231731687303715884105727", "170141183460469231731687303715884105727", "null",
    ], equal &[]);
    compared!(with_lenient WithLenient, MAX, differ &[BELOW], equal &[]);
    compared!(with_lenient WithLenient, "18446744073709551616", differ &["18446744073709551617"], equal &[]);
    compared!(with_u64 WithU64, "18446744073709551615", differ &["18446744073709551614", "9223372036854775807"], equal &[]);
    compared!(with_value WithValue, "9007199254740993", differ &["9007199254740992", "9007199254740993.0"], equal &[]);
    let (one, other) = (format!("[{MAX},{BELOW},1]"), format!("[1,{BELOW},{MAX}]"));
    compared!(with_wide WithWide, &one, differ &["[1]", "[340282366920938463463374607431768211453,340282366920938463463374607431768211454,1]"], equal &[&other]);
}

#[tokio::test]
async fn floats_are_compared_by_value() {
    compared!(with_f64 WithF64, "[0.1,1e300,5e-324,0.0]", differ &[
        "[0.10000000000000002,1e300,5e-324,0.0]", "[0.1,1.0000000000000001e300,5e-324,1.0]", "[0.1,1e300,1e-323,0.0]",
        "[0.1,1e300,5e-324]",
    ], equal &["[0.1,1E+300,5e-324,0]", "[0.1,1e300,5e-324,-0.0]"]);
    compared!(with_f32 WithF32, "0.1", differ &["0.10000001"], equal &["0.100000001"]);
    compared!(with_floats WithFloats, r#"{"true":{"\u00e9":0.5}}"#, differ &[
        r#"{"true":{"e":0.5}}"#, r#"{"false":{"\u00e9":0.5}}"#, r#"{"true":{"\u00e9":0.25}}"#,
    ], equal &[]);
}

#[tokio::test]
async fn texts_are_compared_without_normalization() {
    compared!(with_text WithText, r#""\u00e9""#, differ &[r#""e\u0301""#, r#""\u00c9""#, r#"" \u00e9""#], equal &[r#""é""#]);
    compared!(with_text WithText, r#""\u212b""#, differ &[r#""\u00c5""#], equal &[]);
    compared!(with_text WithText, r#""1""#, differ &[r#""1.0""#, r#""null""#, r#""""#], equal &[]);
}

#[tokio::test]
async fn raw_json_is_compared_by_its_digits_and_members() {
    compared!(with_raw WithRaw, "1e400", differ &["1e401", "10e400", "1.0000000000000000000001e400"], equal &["10e399"]);
    compared!(with_raw WithRaw, r#"{"a":1,"a":2,"b":[]}"#, differ &[
        r#"{"a":2,"b":[]}"#, r#"{"a":2,"a":2,"b":[]}"#, r#"{"a":1,"a":2,"b":{}}"#,
    ], equal &[r#"{ "b" : [ ], "a" : 1, "a" : 2 }"#]);
    compared!(with_raw WithRaw, "[340282366920938463463374607431768211455000]", differ &[
        "[340282366920938463463374607431768211455001]",
    ], equal &[]);
}

#[tokio::test]
async fn keys_and_flattened_fields_are_compared() {
    compared!(with_flat WithFlat, r#"{"id":1,"x":18446744073709551615,"y":null}"#, differ &[
        r#"{"id":1,"x":18446744073709551614,"y":null}"#, r#"{"id":1,"x":18446744073709551615}"#,
        r#"{"id":1,"x":18446744073709551615,"y":null,"z":1}"#,
    ], equal &[r#"{"y":null,"x":18446744073709551615,"id":1}"#]);
    compared!(with_keys WithKeys, r#"{"One":{"-170141183460469231731687303715884105728":true},"Two":{}}"#, differ &[
        r#"{"Two":{"-170141183460469231731687303715884105728":true},"One":{}}"#,
        r#"{"One":{"-170141183460469231731687303715884105727":true},"Two":{}}"#,
        r#"{"One":{"-170141183460469231731687303715884105728":false},"Two":{}}"#,
    ], equal &[r#"{"Two":{},"One":{"-170141183460469231731687303715884105728":true}}"#]);
}

#[tokio::test]
async fn large_lists_are_compared_with_their_order_and_large_sets_without() {
    let words = |order: &[u32]| json!(order.iter().map(|n| format!("{n:0>40000}")).collect::<Vec<_>>()).to_string();
    // Sorted lists, too, equal only themselves.
    for then in [[2, 1, 3], [1, 2, 3], [3, 2, 1]] {
        let others: Vec<_> =
            [[1, 2, 3], [3, 2, 1], [1, 3, 2]].iter().filter(|now| **now != then).map(|now| words(now)).collect();
        let others: Vec<_> = others.iter().map(String::as_str).collect();
        compared!(with_list WithList, &words(&then), differ &others, equal &[]);
    }
    // Large in its list, with a set that keeps its order.
    let mixed = |list: &[u32]| format!("[[1],{}]", words(list));
    compared!(with_mixed WithMixed, &mixed(&[3, 1, 2]), differ &[&mixed(&[1, 2, 3]), &mixed(&[3, 2, 1])], equal &[]);
}
