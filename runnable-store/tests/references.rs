//! Recorded state refers to secrets by name, and gets their values back.

use runnable_store::{
    Json, StoreErrorKind,
    secrets::{Fixed, Secrets},
};
use serde_json::{json, value::RawValue};

/// Secrets of eight and more characters with everything that some encoding escapes.
const VALUES: [&str; 12] = [
    "k-123456",
    "hunter2-\"q\\uote'\n-line",
    "pä55 wörd+/=%&?",
    " spaced out \t",
    "100%25-%2F-%zz",
    "\\u0041\\n\\\\",
    "$secret{a;b;0;c}",
    "日本語のひみつです",
    "😀😀😀😀😀😀😀😀",
    "20242024",
    "<script>alert('x')</script>",
    "a=b&c=d e+f/g~h.i_j-k!*()",
];

fn raw(text: &str) -> Json {
    RawValue::from_string(text.to_owned()).expect("JSON").into()
}

fn secrets(values: &[&str]) -> Secrets {
    let fixed = values.iter().enumerate().fold(Fixed::new(), |all, (i, value)| all.with(format!("name_{i}"), *value));
    let secrets = Secrets::new().with_source(fixed);
    (0..values.len()).for_each(|i| drop(secrets.get(&format!("name_{i}")).expect("it is there")));
    secrets
}

fn percent(text: &str, upper: impl Fn(usize) -> bool, keeps: &str) -> String {
    let byte = |(i, byte): (usize, u8)| match byte {
        byte if keeps.bytes().any(|kept| kept == byte) => char::from(byte).to_string(),
        byte if upper(i) => format!("%{byte:02X}"),
        byte => format!("%{byte:02x}"),
    };
    text.bytes().enumerate().map(byte).collect()
}

/// The text of a secret in many encodings.
fn encodings(value: &str) -> Vec<String> {
    const ALNUM: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    let json = serde_json::to_string(value).expect("a string");
    let json = &json[1..json.len() - 1];
    let ascii: String = json
        .encode_utf16()
        .map(|unit| match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
            _ => format!("\\u{unit:04x}"),
        })
        .collect();
    let mut all = vec![value.to_owned(), json.to_owned(), ascii, format!("{value:?}"), json.replace('/', "\\/")];
    all.push(serde_json::to_string(json).expect("a string"));
    // As `JSON.stringify` and `json.Marshal` of other languages escape HTML, and a text in which every second character is escaped.
    all.push(json.replace('<', "\\u003c").replace('>', "\\u003E").replace('&', "\\u0026"));
    let every_second =
        |(i, c): (usize, char)| if i % 2 == 0 { format!("\\u{:04X}", u32::from(c)) } else { c.to_string() };
    if value.chars().all(|c| c != '\\' && u32::from(c) < 0x1_0000) {
        all.push(value.chars().enumerate().map(every_second).collect());
    }
    for keeps in
        [ALNUM.to_owned(), format!("{ALNUM}-_.~"), format!("{ALNUM}-_.!~*'()"), format!("{ALNUM}:/?=&"), String::new()]
    {
        all.push(percent(value, |_| true, &keeps));
        all.push(percent(value, |_| false, &keeps));
        all.push(percent(value, |i| i % 3 == 0, &keeps));
        all.push(percent(value, |_| true, &format!("{keeps} ")).replace(' ', "+"));
        all.push(percent(json, |_| true, &keeps));
        let twice = percent(&percent(value, |_| true, &keeps), |_| true, &keeps);
        all.push(twice);
    }
    all
}

#[test]
fn a_secret_in_any_encoding_leaves_the_record_and_comes_back_byte_by_byte() {
    let secrets = secrets(&VALUES);
    let (redactor, mut restorer) = (secrets.redactor(), secrets.restorer());
    for value in VALUES {
        for encoded in encodings(value) {
            let before = json!({ "a": format!("https://h/?key={encoded}&x=1"), &encoded: [1, encoded] }).to_string();
            let before = raw(&before);
            let recorded = redactor.refer_json(&before);
            let shown = redactor.view_json(&recorded);
            for text in [recorded.get(), shown.get(), &*redactor.redact(&encoded)] {
                let readable =
                    serde_json::from_str::<serde_json::Value>(text).map_or(text.to_owned(), |json| format!("{json:?}"));
                assert!(
                    !text.contains(&encoded) && !readable.contains(value.trim()),
                    "{value:?} as {encoded:?} is in {text}"
                );
            }
            assert!(shown.get().contains("***") && !shown.get().contains("$secret{n"), "{}", shown.get());
            let again = restorer.json(&recorded).unwrap_or_else(|error| panic!("{encoded:?}: {error}"));
            assert_eq!(again.get(), before.get(), "{recorded}");
        }
    }
}

#[test]
fn numbers_come_back_as_numbers() {
    let secrets = secrets(&["20242024", "2024", "-7"]);
    let redactor = secrets.redactor();
    for text in
        ["[20242024,-20242024,1.20242024e3]", r#"{"year":2024,"other":20245,"n":-7}"#, "2024", r#"["2024",2024]"#]
    {
        let recorded = redactor.refer_json(&raw(text));
        assert_ne!(recorded.get(), text);
        assert!(!recorded.get().contains("20242024"), "{recorded}");
        assert_eq!(secrets.restorer().json(&recorded).expect("it is known").get(), text);
    }
    let year = redactor.refer_json(&raw(r#"{"year":2024}"#));
    assert_eq!(redactor.view_json(&year).get(), r#"{"year":"***"}"#);
}

#[test]
fn text_that_looks_like_a_reference_survives() {
    for secrets in [Secrets::new(), secrets(&["k-123456"])] {
        let redactor = secrets.redactor();
        for text in [
            "$secret{",
            "$secret{}",
            "$secret{#}",
            "$secret{#}12",
            "$secret{name_0;;0;00}",
            "$$secret{{}}",
            "a$secret{$secret{}b",
        ] {
            for json in [json!(text), json!([text, "k-123456", { text: text }]), json!(format!("{text}k-123456{text}"))]
            {
                let before = raw(&json.to_string());
                let recorded = redactor.refer_json(&before);
                assert_eq!(secrets.restorer().json(&recorded).expect("it is known").get(), before.get(), "{recorded}");
                let shown = redactor.view_json(&recorded);
                assert_eq!(shown.get(), redactor.redact_json(&before).get());
            }
            let recorded = redactor.refer(text).into_owned();
            assert_eq!(secrets.restorer().text(&recorded).expect("it is known"), text);
            assert_eq!(redactor.view(&recorded), text);
        }
    }
}

#[test]
fn secrets_that_overlap_come_back_as_they_were() {
    let secrets = secrets(&["abcdefghijkl", "ghijklmnopqr", "bcdefghi", "bcdefghijklmno"]);
    for text in
        ["abcdefghijklmnopqr", "abcdefghijklghijklmnopqr", "bcdefghibcdefghijkl", "xabcdefghijklmnopqrabcdefghijkl"]
    {
        let before = raw(&json!([text]).to_string());
        let recorded = secrets.redactor().refer_json(&before);
        for part in ["abcdef", "ghij", "mnop", "pqr"] {
            assert!(!recorded.get().contains(part), "{recorded}");
        }
        assert_eq!(secrets.restorer().json(&recorded).expect("it is known").get(), before.get());
    }
}

#[test]
fn a_secret_that_changed_or_went_away_is_named() {
    let recorded = secrets(&["k-123456"]).redactor().refer_json(&raw(r#"["key k-123456"]"#));
    let error = secrets(&["k-123457"]).restorer().json(&recorded).expect_err("it has changed");
    assert_eq!(error.kind(), StoreErrorKind::Changed);
    assert!(
        error.to_string().contains("`name_0` has changed") && !format!("{error:?}").contains("k-12345"),
        "{error:?}"
    );
    let error = Secrets::new().restorer().json(&recorded).expect_err("it is missing");
    assert_eq!(error.kind(), StoreErrorKind::Changed);
    assert!(format!("{error:?}").contains("is missing") && error.to_string().contains("name_0"), "{error:?}");
}

#[test]
fn a_secret_without_a_name_is_never_replaced_by_its_mask() {
    let secrets = Secrets::new();
    secrets.redactor().learn(&"k-123456".to_owned().into()).expect("it is small");
    let recorded = secrets.redactor().refer_json(&raw(r#"["key k-123456"]"#));
    assert_eq!(secrets.redactor().view_json(&recorded).get(), r#"["key ***"]"#);
    assert_eq!(secrets.restorer().json(&recorded).expect_err("it has no name").kind(), StoreErrorKind::Invalid);
}

#[test]
fn records_in_other_processes_have_other_salts() {
    let record = || secrets(&["k-123456"]).redactor().refer_json(&raw(r#"["k-123456"]"#));
    let (one, other) = (record(), record());
    assert_ne!(one.get(), other.get());
    let secrets = secrets(&["k-123456"]);
    let mut restorer = secrets.restorer();
    assert_eq!(restorer.json(&one).expect("it is known").get(), restorer.json(&other).expect("it is known").get());
}
