//! Forms of values, each as `serde_json` writes it or refused.

use super::{MAX_DEPTH, Written, write};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Number, Value, json, value::RawValue};
use std::{
    collections::{BTreeMap, HashMap},
    fmt::Debug,
};

fn strict<T: Serialize + ?Sized>(value: &T) -> Result<(String, Written), String> {
    let mut text = Vec::new();
    let written = write(&mut text, value).map_err(|refusal| refusal.to_string())?;
    Ok((String::from_utf8(text).unwrap(), written))
}

fn same<T: Serialize + Debug>(value: T) {
    let expected = serde_json::to_string(&value).unwrap();
    assert_eq!(strict(&value), Ok((expected, Written::Plainly)), "{value:?}");
}

fn doubtful<T: Serialize + Debug>(value: T) {
    let expected = serde_json::to_string(&value).unwrap();
    assert_eq!(strict(&value), Ok((expected, Written::Doubtfully)), "{value:?}");
}

fn refused<T: Serialize>(value: T, error: &str) {
    let found = strict(&value).unwrap_err();
    assert!(found.starts_with(error), "expected {error:?}, found {found:?}");
}

#[derive(Debug, Serialize)]
struct Unit;

#[derive(Debug, Serialize)]
struct Wrapper<T>(T);

#[derive(Debug, Serialize)]
struct Report<T> {
    name: &'static str,
    ratio: T,
}

#[derive(Debug, Serialize)]
enum Form<T> {
    Unit,
    Newtype(T),
    Tuple(u8, T),
    Struct { inner: T },
}

fn forms<T: Clone>(value: &T) -> [Form<T>; 4] {
    let value = || value.clone();
    [Form::Unit, Form::Newtype(value()), Form::Tuple(1, value()), Form::Struct { inner: value() }]
}

#[derive(Debug, Serialize)]
#[serde(tag = "name")]
enum Tagged<T> {
    Inner(T),
}

#[derive(Debug, Serialize)]
struct Flat<T> {
    a: u8,
    #[serde(flatten)]
    rest: T,
}

/// A map whose keys the test gives.
#[derive(Debug)]
struct Pairs(Vec<(&'static str, u8)>);

impl Serialize for Pairs {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        map.end()
    }
}

#[test]
fn values_are_written_as_serde_json_does() {
    same(true);
    same((u8::MAX, i64::MIN, u64::MAX, 'ß', '\0', "a \"b\"\\\n\u{1}\u{2028}"));
    same([0.0, -0.0, 1.0, 0.1, 1e300, f64::MIN_POSITIVE, 5e-324, f64::MAX]);
    same([0.1f32, f32::MIN_POSITIVE, f32::MAX, -0.0]);
    same(((), Unit, Wrapper(Unit), None::<u8>, Some(0), Some(""), [Some([None, Some(1)])], [(); 2]));
    same((Wrapper(1), Report { name: "x", ratio: 0.5 }, Vec::<u8>::new(), BTreeMap::<String, u8>::new()));
    forms(&None::<u8>).into_iter().for_each(same);
    same(BTreeMap::from([("a", 1), ("b \"", 2)]));
    same((0..100).map(|n: u32| (n.to_string(), Some(n))).collect::<HashMap<_, _>>());
    same(json!({"b": [1, -2, 0.5, null, {"c": "x"}], "a": true}));
    same(std::net::Ipv6Addr::LOCALHOST);
    same(Pairs(vec![("b", 1), ("a", 2), ("\"", 3), ("\\", 4)]));
}

#[test]
fn forms_that_not_every_type_reads_back_are_marked() {
    doubtful([u128::MAX, 1]);
    doubtful([i128::MIN]);
    doubtful(BTreeMap::from([(1, "a"), (-2, "b")]));
    doubtful(BTreeMap::from([(Wrapper(true).0, "a")]));
    doubtful(BTreeMap::from([(Some('a'), 1)]));
    doubtful(Flat { a: 1, rest: BTreeMap::from([("b", 2)]) });
    doubtful(RawValue::from_string("{\"a\": [1.0, \"}\"]}".to_owned()).unwrap());
    doubtful(c"ab");
}

#[test]
fn floats_without_a_json_form_are_refused() {
    refused(f64::NAN, "NaN has no JSON form\nhelp: ");
    refused(Report { name: "x", ratio: vec![1.0, f64::INFINITY] }, "`ratio[1]` cannot be recorded: infinity has no");
    refused(Wrapper(Some(f32::NEG_INFINITY)), "negative infinity has no JSON form");
    refused(BTreeMap::from([("a b", (0, f64::NAN))]), "`[\"a b\"][1]` cannot be recorded: NaN has");
    let [_, newtype, tuple, inner] = forms(&f64::NAN);
    refused(newtype, "`Newtype` cannot be");
    refused(tuple, "`Tuple[1]` cannot be");
    refused(inner, "`Struct.inner` cannot be");
    refused([Flat { a: 1, rest: Report { name: "x", ratio: f64::NAN } }], "`[0].ratio` cannot be");
    assert_eq!(json!(f64::NAN), Value::Null, "`Value` itself cannot hold it");
    assert!(Number::from_f64(f64::NAN).is_none());
}

#[test]
fn some_of_a_value_that_is_null_is_refused() {
    let message = "`ratio` cannot be recorded: `Some` of a value that is `null`";
    refused(Report { name: "x", ratio: Some(None::<u8>) }, message);
    refused(Report { name: "x", ratio: Some(()) }, message);
    refused(Report { name: "x", ratio: Some(Wrapper(Unit)) }, message);
    refused(Report { name: "x", ratio: Some(Value::Null) }, message);
    refused(Report { name: "x", ratio: Some(Some(Box::new(None::<u8>))) }, message);
    refused([None, Some(None::<u8>)], "`[1]` cannot be recorded: `Some`");
}

#[test]
fn a_value_may_be_as_deep_as_every_reader_reads() {
    let nested = |levels| (0..levels).fold(Value::Null, |inner, _| json!([inner]));
    let deepest = nested(MAX_DEPTH);
    same(&deepest);
    let around = format!(r#"{{"data":{{"result":{{"value":[{{"output":{deepest}}}]}}}}}}"#);
    assert!(serde_json::from_str::<Value>(&around).is_ok(), "there is room for the objects around a value");
    refused(nested(MAX_DEPTH + 1), "`[0][0]");
    let error = strict(&nested(MAX_DEPTH + 1)).unwrap_err();
    assert!(error.contains("cannot be recorded: it is nested more than 120 levels deep"), "{error}");
    let raw = RawValue::from_string(serde_json::to_string(&deepest).unwrap()).unwrap();
    doubtful(&raw);
    refused([raw], "`[0]` cannot be recorded: it is nested");
}

#[test]
fn a_key_that_an_object_has_twice_is_refused() {
    refused(Pairs(vec![("a", 1), ("a", 2)]), "`a` cannot be recorded: the object has this key twice");
    refused(Pairs(vec![("b", 1), ("c \"", 1), ("a", 2), ("c \"", 2)]), "`[\"c \\\"\"]` cannot be");
    refused(Flat { a: 1, rest: BTreeMap::from([("0", 2), ("a", 2)]) }, "`a` cannot be");
    refused(Tagged::Inner(Report { name: "x", ratio: 1 }), "`name` cannot be");
    refused(Form::Newtype([Pairs(vec![("a", 1), ("a", 2)])]), "`Newtype[0].a` cannot be");
}

#[test]
fn a_key_that_is_not_text_does_not_serialize() {
    for error in [
        strict(&BTreeMap::from([((1, 2), 3)])),
        strict(&BTreeMap::from([((), 3)])),
        strict(&BTreeMap::from([(None::<u8>, 3)])),
        strict(&BTreeMap::from([(vec![1], 3)])),
    ] {
        let error = error.unwrap_err();
        assert!(error.starts_with("expected a string or a number as the key of a map, found "), "{error}");
    }
}
