//! Secrets are found, and shown nowhere.

use runnable_store::{
    Json, StoreError, StoreErrorKind,
    secrets::{DotEnv, Env, Fixed, Folder, Redactor, Secret, SecretSource, Secrets},
};
use serde_json::{Value, json, value::RawValue};
use std::{borrow::Cow, fs, path::Path, process::Command};

const VALUE: &str = "hunter2-\"q\\uote'\n-line";

fn secret(value: &str) -> Secret<String> {
    Secret::new(value.to_owned())
}

fn known(values: &[&str]) -> Redactor {
    let redactor = Redactor::new();
    values.iter().for_each(|value| redactor.learn(&secret(value)).unwrap());
    redactor
}

fn raw(text: &str) -> Json {
    RawValue::from_string(text.to_owned()).unwrap().into()
}

fn get(source: impl SecretSource, name: &str) -> Result<String, StoreError> {
    Secrets::new().with_source(source).get(name).map(|secret| secret.expose().clone())
}

fn dotenv(folder: &Path, content: impl AsRef<[u8]>) -> DotEnv {
    fs::write(folder.join(".env"), content).unwrap();
    DotEnv::new(folder.join(".env"))
}

#[test]
fn nothing_that_holds_a_secret_shows_it_in_debug() {
    let fixed = Fixed::new().with("api_key", VALUE);
    let secrets = Secrets::new().with_source(fixed.clone()).with_source(Env::new());
    let taken = secrets.get("api_key").unwrap();
    assert_eq!(taken.expose(), VALUE);
    assert_eq!(format!("{taken:?}"), "Secret(***)");
    for shown in [
        format!("{fixed:?}"),
        format!("{secrets:#?}"),
        format!("{:?}", secrets.redactor()),
        format!("{:?}", Some(&taken)),
    ] {
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}

#[test]
fn secrets_are_equal_if_their_values_are() {
    assert_eq!(secret("a").clone(), secret("a"));
    assert_ne!(secret("a"), secret("b"));
    assert_ne!(secret("a"), secret("ab"));
}

#[test]
fn the_error_for_a_missing_secret_lists_every_source() {
    let folder = tempfile::tempdir().unwrap();
    let secrets = Secrets::new()
        .with_source(Fixed::new().with("other", VALUE))
        .with_source(Env::prefixed("RUNNABLE_TEST_"))
        .with_source(dotenv(folder.path(), "OTHER=hunter2\n"))
        .with_source(Folder::new(folder.path()));
    let error = secrets.get("api_key").unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::NotFound);
    let folder = folder.path().display();
    for part in [
        "`api_key`",
        "in code",
        "`RUNNABLE_TEST_API_KEY`",
        "`API_KEY` in the file",
        &format!("{folder}/.env"),
        &format!("{folder}/api_key"),
        &format!("{folder}/API_KEY"),
    ] {
        assert!(error.to_string().contains(part), "{part}: {error}");
    }
    assert!(!format!("{error:?}").contains("hunter2"));
    assert!(Secrets::new().get("api_key").unwrap_err().to_string().contains("no source is configured"));
}

#[test]
fn a_name_cannot_leave_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("outside"), VALUE).unwrap();
    let inside = folder.path().join("inside");
    fs::create_dir(&inside).unwrap();
    for name in ["../outside", "/etc/passwd", "", ".", "..", ".env", "a/b", "a\\b", "a\0", "ключ", "a=b"] {
        assert_eq!(get(Folder::new(&inside), name).unwrap_err().kind(), StoreErrorKind::Invalid, "{name:?}");
    }
}

#[test]
fn the_first_source_with_a_value_counts() {
    let secrets = Secrets::new()
        .with_source(Fixed::new().with("a", "").with("b", "first"))
        .with_source(Fixed::new().with("a", "second").with("b", "second"));
    assert_eq!(secrets.get("a").unwrap().expose(), "second");
    assert_eq!(secrets.get("b").unwrap().expose(), "first");
}

/// Runs `inner_environment` in a process with its own environment, because changing the environment of a process is unsafe.
#[test]
fn the_environment_is_read_in_upper_case_and_never_shown() {
    let mut inner = Command::new(std::env::current_exe().unwrap());
    inner.args(["--exact", "inner_environment", "--nocapture"]);
    inner.env("RUNNABLE_TEST_INNER", "1").env("API_KEY", "k-1").env("APP_API_KEY", "k-2");
    #[cfg(unix)]
    inner.env("BROKEN", std::os::unix::ffi::OsStrExt::from_bytes(b"hunter2\xFF") as &std::ffi::OsStr);
    let output = inner.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

#[test]
fn inner_environment() {
    if std::env::var_os("RUNNABLE_TEST_INNER").is_none() {
        return;
    }
    assert_eq!(get(Env::new(), "api_key").unwrap(), "k-1");
    assert_eq!(get(Env::new(), "api-key").unwrap(), "k-1");
    assert_eq!(get(Env::prefixed("APP_"), "api_key").unwrap(), "k-2");
    if cfg!(unix) {
        let error = get(Env::new(), "broken").unwrap_err();
        assert!(error.to_string().contains("`BROKEN` is not UTF-8"), "{error}");
        assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
    }
}

#[test]
fn a_dotenv_file_is_parsed_and_the_environment_does_not_change() {
    let folder = tempfile::tempdir().unwrap();
    let text = "\u{feff}# a comment\nexport RUNNABLE_TEST_A=one # more\nRUNNABLE_TEST_B='t$w\"o'\r\n\nRUNNABLE_TEST_C=\"a\nb\"\nRUNNABLE_TEST_A=last\nRUNNABLE_TEST_D=\n";
    let file = dotenv(folder.path(), text);
    assert_eq!(get(file.clone(), "runnable_test_a").unwrap(), "last");
    assert_eq!(get(file.clone(), "runnable_test_b").unwrap(), "t$w\"o");
    assert_eq!(get(file.clone(), "runnable_test_c").unwrap(), "a\nb");
    assert_eq!(get(file, "runnable_test_d").unwrap_err().kind(), StoreErrorKind::NotFound);
    assert!(std::env::vars_os().all(|(name, _)| !name.to_string_lossy().starts_with("RUNNABLE_TEST_A")));
}

#[test]
fn a_line_that_cannot_be_parsed_is_reported_by_its_number_alone() {
    let folder = tempfile::tempdir().unwrap();
    let long = format!("A=1\nB={}\nhunter2 is it\n", "x".repeat(20_000));
    for (text, line) in [
        ("hunter2 is it", 1),
        ("A=1\n\n# more\nhunter2 is it\nB=2\n", 4),
        ("A=1\nB=\"hunter2\nhunter2\n", 2),
        ("A=1\nB='hunter2", 2),
        ("A=\"1\n2\"\nhunter2 is it\n", 3),
        ("A=1\nKEY=hunter2 hunter2\n", 2),
        (&long, 3),
    ] {
        let error = get(dotenv(folder.path(), text), "a").unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid);
        assert!(error.to_string().contains(&format!(".env` line {line} is not")), "{text}: {error}");
        assert!(!format!("{error:?} {error}").contains("hunter2"), "{error:?}");
    }
    let error = get(dotenv(folder.path(), b"A=hunter2\xFF"), "a").unwrap_err();
    assert!(error.to_string().contains("not UTF-8") && !format!("{error:?}").contains("hunter2"), "{error}");
}

#[test]
fn a_folder_returns_its_files_without_one_line_break() {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in [("a", "one\n"), ("b", "two\r\n"), ("c", "three\n\n"), ("D", "four"), ("e", "\n")] {
        fs::write(folder.path().join(name), content).unwrap();
    }
    fs::write(folder.path().join("f"), b"hunter2\xFF").unwrap();
    fs::create_dir(folder.path().join("g")).unwrap();
    let files = || Folder::new(folder.path());
    assert_eq!(get(files(), "a").unwrap(), "one");
    assert_eq!(get(files(), "b").unwrap(), "two");
    assert_eq!(get(files(), "c").unwrap(), "three\n");
    assert_eq!(get(files(), "d").unwrap(), "four");
    assert_eq!(get(files(), "e").unwrap_err().kind(), StoreErrorKind::NotFound);
    let error = get(files(), "f").unwrap_err();
    assert!(error.to_string().contains("not UTF-8") && !format!("{error:?}").contains("hunter2"), "{error}");
    assert!(get(files(), "g").unwrap_err().to_string().contains("/g` cannot be read"));
    assert_eq!(get(Folder::new("/no/such/folder"), "a").unwrap_err().kind(), StoreErrorKind::NotFound);
}

#[test]
fn a_redactor_learns_secrets_that_are_returned_and_copies_no_text_before() {
    let secrets = Secrets::new().with_source(Fixed::new().with("a", "hunter-2").with("b", "other-one"));
    let redactor = secrets.redactor();
    assert!(matches!(redactor.redact("hunter-2"), Cow::Borrowed("hunter-2")));
    secrets.get("a").unwrap();
    assert_eq!(redactor.redact("is hunter-2, hunter-2!"), "is ***, ***!");
    assert!(matches!(redactor.redact("no secret"), Cow::Borrowed(_)));
    secrets.clone().get("b").unwrap();
    assert_eq!(redactor.redact("hunter-2other-one"), "******");
}

#[test]
fn a_secret_is_found_in_every_way_it_is_written() {
    let redactor = known(&[VALUE, " spaced-out\n"]);
    let nested = serde_json::to_string(&json!({ "key": VALUE })).unwrap();
    for text in [
        VALUE.to_owned(),
        format!("{VALUE:?}"),
        nested.clone(),
        format!("{:?}", 'x').replace('x', &VALUE.escape_debug().to_string()),
        redactor.redact_json(&raw(&serde_json::to_string(&nested).unwrap())).get().to_owned(),
        "got spaced-out.".to_owned(),
    ] {
        let redacted = redactor.redact(&text);
        assert!(!redacted.contains("hunter2") && !redacted.contains("spaced-out"), "{text} -> {redacted}");
        assert!(redacted.contains("***"), "{redacted}");
    }
}

#[test]
fn secrets_that_overlap_leave_nothing_of_each_other() {
    let redactor = known(&["abcdefghijkl", "ghijklmnopqr", "bcdefghi"]);
    assert_eq!(redactor.redact("<abcdefghijklmnopqr>"), "<***>");
    assert_eq!(redactor.redact("<bcdefghi><abcdefghijklghijklmnopqr>"), "<***><******>");
}

/// A secret of fewer than 8 characters is replaced as a whole string or a whole number alone.
#[test]
fn a_short_secret_is_replaced_only_as_a_whole_string_or_number() {
    for (secret, before, after) in [
        ("true", json!(["true", "it is true", true]), json!(["***", "it is true", true])),
        ("null", json!(["null", null]), json!(["***", null])),
        (
            "2024",
            json!([2024, "2024", 20240, "in 2024", -2024, 2024.5]),
            json!(["***", "***", 20240, "in 2024", -2024, 2024.5]),
        ),
        ("abc", json!({ "abc": "abcd", "b": "abc" }), json!({ "***": "abcd", "b": "***" })),
        ("é\n", json!(["é\n", "é", "é é"]), json!(["***", "***", "é é"])),
        ("éééé", json!(["éééé", "éééé é"]), json!(["***", "éééé é"])),
        (
            "1234567",
            json!(["1234567", 1_234_567, "x1234567", 12_345_678]),
            json!(["***", "***", "x1234567", 12_345_678]),
        ),
        ("12345678", json!(["12345678", 12_345_678, "x12345678", 123_456_789]), json!(["***", "***", "x***", "***"])),
    ] {
        let redactor = known(&[secret]);
        let masked: Value = serde_json::from_str(redactor.redact_json(&raw(&before.to_string())).get()).unwrap();
        assert_eq!(masked, after, "{secret}");
        let (alone, within) = (redactor.redact(secret), format!("x{secret}"));
        let is_long = secret.chars().count() >= Redactor::SHORTEST;
        assert_eq!((&*alone, &*redactor.redact(&within)), ("***", if is_long { "x***" } else { &*within }));
    }
}

#[test]
fn redacted_json_is_the_same_json_without_the_secrets() {
    // The last secret also occurs where a name and its value meet.
    let redactor = known(&[VALUE, "hunter-2", "12345678", "true", "é-é-é-é-", "x\":\"abcd"]);
    let before = json!({
        "escaped": "hunter-2", "hunter-2": [12_345_678, -123_456_789.5e3, 99, true, null], "quoted": VALUE, "accents": "-é-é-é-é-",
        "nested": { "text": format!("<{VALUE}>"), "structure": "ax\":\"abcde", "key": "abcd" }, "empty": "",
    });
    let text = before.to_string().replace(r#""escaped":"hunter-2""#, r#""escaped":"\u0068unter-\u0032""#);
    let after: Value = serde_json::from_str(redactor.redact_json(&raw(&text)).get()).unwrap();
    let expected = json!({
        "escaped": "***", "***": ["***", "***", 99, true, null], "quoted": "***", "accents": "-***",
        "nested": { "text": "<***>", "structure": "a***e", "key": "abcd" }, "empty": "",
    });
    assert_eq!(after, expected);
}

#[test]
fn json_without_secrets_is_the_same_allocation() {
    let json = raw(r#" {"a": [1, -2.5e+3, "\"x\\", {}], "b\\": ""} "#);
    assert!(std::sync::Arc::ptr_eq(&known(&["hunter-2"]).redact_json(&json), &json));
    assert!(std::sync::Arc::ptr_eq(&Redactor::new().redact_json(&json), &json));
}

#[test]
fn a_string_with_half_a_surrogate_pair_is_searched_as_it_is_written() {
    let redacted = known(&["hunter-2"]).redact_json(&raw(r#"["\ud800 hunter-2", 7]"#));
    assert_eq!(redacted.get(), r#"["\ud800 ***", 7]"#);
}
