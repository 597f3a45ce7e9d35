//! Sources of parameters, and the errors for invalid ones.

use runnable::{
    prelude::*,
    runner::{Environment, FromParameters, InvalidParameterKind, InvalidParameters, Origin, Parameters, Resources},
};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::json;
use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs, io,
    sync::{Arc, Mutex},
};

#[derive(Debug, Clone, PartialEq)]
struct Client(&'static str);

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Limits {
    tokens: u32,
}

#[task(returns = [text])]
async fn render(
    prompt: String,
    languages: Vec<String>,
    tone: Option<String>,
    limits: Limits,
    client: Client,
) -> String {
    format!("{prompt} {languages:?} {tone:?} {} {}", limits.tokens, client.0)
}

#[task(returns = [sum])]
async fn list(left: u32, right: f64, zip: String, flag: bool) -> String {
    format!("{left} {right} {zip} {flag}")
}

pipeline! {
    fn translate(
        prompt: String,
        languages: Vec<String> = vec!["es".into()],
        tone: Option<String>,
        limits: Limits,
        #[resource] client: Client,
    ) { render }
}

pipeline! {
    fn add(left: u32 = 1, right: f64 = 0.5, zip: String = "-".into(), flag: bool = false) { list }
}

fn with_client() -> Resources {
    let mut resources = Resources::new();
    resources.insert(Client("client"));
    resources
}

async fn translated(parameters: &Parameters) -> String {
    let node: Translate = parameters.build(&with_client()).unwrap();
    node.execute().await.unwrap().text
}

fn in_file(name: &str, text: &str) -> Parameters {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), text).unwrap();
    Parameters::new().file(folder.path().join(name)).unwrap()
}

fn in_environment<const N: usize>(variables: [(&str, &str); N]) -> Parameters {
    Parameters::new().environment(&Environment::from_iter(variables))
}

fn sum(parameters: &Parameters) -> Result<(u32, f64, String, bool), InvalidParameters> {
    let Add { left, right, zip, flag } = parameters.build(&Resources::new())?;
    Ok((left, right, zip, flag))
}

/// Returns the problems, without the directory of a file.
fn problems<N: FromParameters>(parameters: &Parameters, resources: &Resources) -> Vec<String> {
    let Err(error) = parameters.build::<N>(resources) else { panic!("accepted") };
    assert_eq!(error.node(), N::NAME);
    let name = |problem: &runnable::runner::InvalidParameter| match problem.origin() {
        Some(Origin::File(path, _)) => {
            problem.to_string().replace(&format!("{}/", path.parent().unwrap().display()), "")
        }
        _ => problem.to_string(),
    };
    error.problems().iter().map(name).collect()
}

#[tokio::test]
async fn code_overrides_the_environment_which_overrides_a_file() {
    let toml = "prompt = \"file\"\nlanguages = [\"fr\"]\ntone = \"file\"\nlimits.tokens = 1";
    let parameters = in_file("parameters.toml", toml);
    assert_eq!(translated(&parameters).await, r#"file ["fr"] Some("file") 1 client"#);

    let environment =
        Environment::from_iter([("RUNNABLE_PRM_PROMPT", "environment"), ("RUNNABLE_PRM_languages", r#"["de"]"#)]);
    let parameters = parameters.set("prompt", "code").environment(&environment);
    assert_eq!(translated(&parameters).await, r#"code ["de"] Some("file") 1 client"#);
}

#[tokio::test]
async fn toml_yaml_and_json_read_the_same() {
    let toml = translated(&in_file("p.toml", "prompt = \"hi\"\ntone = \"low\"\n[limits]\ntokens = 0x10")).await;
    let yaml = translated(&in_file("p.yaml", "prompt: hi\ntone: low\nlimits: {tokens: 16}")).await;
    let json = translated(&in_file("p.json", r#"{"prompt": "hi", "tone": "low", "limits": {"tokens": 16}}"#)).await;
    assert_eq!([&toml, &yaml], [&json, &json]);
}

#[tokio::test]
async fn a_missing_value_takes_its_default_and_a_missing_option_is_none() {
    let parameters = Parameters::new().set("prompt", "hi").set("limits", json!({"tokens": 1}));
    assert_eq!(translated(&parameters).await, r#"hi ["es"] None 1 client"#);
}

#[test]
fn null_is_a_value() {
    let resources = with_client();
    let parameters = Parameters::new().set("prompt", "hi").set("limits", json!({"tokens": 1}));
    let file = in_file("p.yaml", "tone: low").set("prompt", "hi").set("limits", json!({"tokens": 1}));
    assert_eq!(file.build::<Translate>(&resources).unwrap().tone.as_deref(), Some("low"));
    assert_eq!(file.set("tone", ()).build::<Translate>(&resources).unwrap().tone, None);
    assert_eq!(
        problems::<Translate>(&parameters.set("languages", ()), &resources),
        ["`languages`: expected `Vec<String>`, found null: invalid type: null, expected a sequence"]
    );
}

#[test]
fn missing_mistyped_and_unknown_parameters_are_reported_together_by_name() {
    let environment = Environment::from_iter([("RUNNABLE_PRM_LIMITS", r#"{"tokens": "many"}"#)]);
    let parameters = in_file("p.toml", "\nlanguages = [\"es\", 3]\npromt = \"hi\"\nclient = 1")
        .environment(&environment)
        .set("something", 1)
        .set("tone", 1);
    assert_eq!(
        problems::<Translate>(&parameters, &Resources::new()),
        [
            "`prompt`: missing, expected `String`",
            "`languages` (p.toml:2): expected `Vec<String>`, found a list: at `[1]`: invalid type: integer `3`, expected a string",
            "`tone`: expected `Option<String>`, found a number: invalid type: integer `1`, expected a string",
            "`limits` (RUNNABLE_PRM_LIMITS): expected `Limits`, found an object: at `tokens`: invalid type: string \"many\", expected u32",
            "`client`: no resource of type `Client` was supplied",
            "`client` (p.toml:4): is a resource, which only code can supply",
            "`promt` (p.toml:3): unknown parameter; did you mean `prompt`?",
            "`something`: unknown parameter",
        ]
    );
}

#[test]
fn each_problem_has_its_name_and_its_kind() {
    let parameters = Parameters::new().set("languages", "es").set("promt", 1);
    let error = parameters.build::<Translate>(&Resources::new()).err().unwrap();
    let kinds: Vec<_> = error.problems().iter().map(|problem| (problem.name(), problem.kind())).collect();
    assert_eq!(
        kinds,
        [
            ("prompt", InvalidParameterKind::Missing),
            ("languages", InvalidParameterKind::Mistyped),
            ("limits", InvalidParameterKind::Missing),
            ("client", InvalidParameterKind::NoResource),
            ("promt", InvalidParameterKind::Unknown),
        ]
    );
    assert!(error.to_string().starts_with("invalid parameters of `translate`:\n  `prompt`: missing"), "{error}");
}

#[test]
fn a_variable_is_json_if_its_type_accepts_it_and_a_string_otherwise() {
    let cases = [
        ([("RUNNABLE_PRM_ZIP", "01234")], (1, 0.5, "01234".to_owned(), false)),
        ([("RUNNABLE_PRM_ZIP", "7")], (1, 0.5, "7".to_owned(), false)),
        ([("RUNNABLE_PRM_ZIP", "true")], (1, 0.5, "true".to_owned(), false)),
        ([("RUNNABLE_PRM_ZIP", r#""quoted""#)], (1, 0.5, "quoted".to_owned(), false)),
        ([("RUNNABLE_PRM_ZIP", "")], (1, 0.5, String::new(), false)),
        ([("RUNNABLE_PRM_ZIP", "{not json")], (1, 0.5, "{not json".to_owned(), false)),
        ([("RUNNABLE_PRM_LEFT", "7")], (7, 0.5, "-".to_owned(), false)),
        ([("RUNNABLE_PRM_Right", "7")], (1, 7.0, "-".to_owned(), false)),
        ([("RUNNABLE_PRM_flag", "true")], (1, 0.5, "-".to_owned(), true)),
    ];
    for (variables, expected) in cases {
        assert_eq!(sum(&in_environment(variables)).unwrap(), expected, "{variables:?}");
    }
    assert_eq!(
        problems::<Add>(
            &in_environment([("RUNNABLE_PRM_LEFT", "seven"), ("RUNNABLE_PRM_FLAG", "1")]),
            &Resources::new()
        ),
        [
            "`left` (RUNNABLE_PRM_LEFT): expected `u32`, found a string: invalid type: string \"seven\", expected u32",
            "`flag` (RUNNABLE_PRM_FLAG): expected `bool`, found a number: invalid type: integer `1`, expected a boolean",
        ]
    );
}

#[test]
fn variables_without_a_parameter_are_ignored() {
    let parameters = in_environment([("RUNNABLE_PRM_OTHER", "1"), ("PRM_LEFT", "2"), ("RUNNABLE_PRM_LEFT", "3")]);
    assert_eq!(sum(&parameters).unwrap().0, 3);
}

/// Returns what `f` logs.
fn logged(f: impl FnOnce()) -> String {
    let written = Arc::new(Mutex::new(Vec::new()));
    let writer = Arc::clone(&written);
    let subscriber = tracing_subscriber::fmt().without_time().with_ansi(false).with_writer(move || Log(writer.clone()));
    tracing::subscriber::with_default(subscriber.finish(), f);
    String::from_utf8(written.lock().unwrap().clone()).unwrap()
}

struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_variable_that_resembles_a_parameter_is_a_warning() {
    for (variable, meant) in [
        ("RUNNABLE_PRM_RIGTH", "RIGHT"),
        ("RUNNABLE_PRM_rigt", "RIGHT"),
        ("RUNNABLE_PRM__RIGHT", "RIGHT"),
        ("RUNNABLE_PARAM_RIGHT", "RIGHT"),
        ("RUNNABLE_prm_right", "RIGHT"),
        ("RUNNABLE_PARAMETERS_zip", "ZIP"),
        ("RUNNABLE_PRM_FLAGS", "FLAG"),
    ] {
        let parameters = in_environment([(variable, "1")]);
        let text = logged(|| {
            for _ in 0..3 {
                assert_eq!(sum(&parameters.clone()).unwrap(), (1, 0.5, "-".to_owned(), false), "{variable}");
            }
        });
        let expected =
            format!("the variable `{variable}` sets no parameter of `add`; did you mean `RUNNABLE_PRM_{meant}`?");
        assert!(text.contains("WARN") && text.contains(&expected), "{variable}: {text}");
        assert_eq!(text.lines().count(), 1, "each warning is logged once: {text}");
    }
}

#[test]
fn a_variable_of_another_program_is_not_a_warning() {
    for variables in [
        vec![
            ("RUNNABLE_PRM_OTHER", "1"),
            ("RUNNABLE_PRM_X", "1"),
            ("RUNNABLE_PARAM_OTHER", "1"),
            ("RUNNABLE_PORT", "1"),
        ],
        // The parameter has a value.
        vec![("RUNNABLE_PRM_RIGTH", "1"), ("RUNNABLE_PRM_RIGHT", "7")],
        vec![("RUNNABLE_PRM_left", "1"), ("RUNNABLE_PRM_LEFT", "7")],
    ] {
        let parameters = Parameters::new().environment(&Environment::from_iter(variables));
        assert_eq!(logged(|| drop(sum(&parameters))), "");
    }
}

#[test]
fn of_two_variables_that_differ_in_case_the_lower_case_name_wins() {
    for variables in [
        [("RUNNABLE_PRM_left", "2"), ("RUNNABLE_PRM_LEFT", "3")],
        [("RUNNABLE_PRM_LEFT", "3"), ("RUNNABLE_PRM_left", "2")],
    ] {
        assert_eq!(sum(&in_environment(variables)).unwrap().0, 2);
    }
}

#[test]
#[cfg(unix)]
fn invalid_utf8_in_a_variable_is_reported_only_if_a_parameter_needs_it() {
    use std::os::unix::ffi::OsStringExt;
    let no_text = || OsString::from_vec(vec![0xff]);
    let environment = Environment::from_iter([("RUNNABLE_PRM_ZIP", no_text()), ("RUNNABLE_PRM_OTHER", no_text())]);
    let parameters = Parameters::new().environment(&environment);
    assert_eq!(
        problems::<Add>(&parameters, &Resources::new()),
        ["`zip` (RUNNABLE_PRM_ZIP): expected text, found invalid UTF-8"]
    );
    assert_eq!(sum(&parameters.set("zip", "1")).unwrap().2, "1");
}

#[test]
fn a_value_that_cannot_be_serialised_is_reported_by_name() {
    struct Unwritable;

    impl Serialize for Unwritable {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("locked"))
        }
    }

    let parameters = Parameters::new().set("left", Unwritable).set("right", BTreeMap::from([((1, 2), 3)]));
    assert_eq!(
        problems::<Add>(&parameters, &Resources::new()),
        [
            "`left`: cannot be serialised: locked",
            "`right`: cannot be serialised: expected a string or a number as the key of a map, found a tuple\nhelp: use a list of pairs"
        ]
    );
}

#[test]
fn a_request_body_sets_all_values() {
    let body = json!({"left": 2, "zip": "a"}).as_object().unwrap().clone();
    assert_eq!(sum(&Parameters::new().set("left", 1).set_all(body)).unwrap(), (2, 0.5, "a".to_owned(), false));
}

#[test]
fn of_two_files_the_later_one_wins() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).unwrap();
        folder.path().join(name)
    };
    let parameters = Parameters::new().file(write("a.toml", "left = 1\nzip = \"a\"")).unwrap();
    let parameters = parameters.file(write("b.yaml", "left: 2")).unwrap();
    assert_eq!(sum(&parameters).unwrap(), (2, 0.5, "a".to_owned(), false));
}

#[test]
fn an_error_names_an_unreadable_file_and_its_line() {
    let error = Parameters::new().file("no/such.yaml").unwrap_err();
    assert!(error.to_string().starts_with("no/such.yaml: cannot read the file: "), "{error}");
    assert!(std::error::Error::source(&error).is_none(), "the text of the I/O error is in the message");

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.json");
    fs::write(&path, "{\n  \"left\": \n}").unwrap();
    let error = Parameters::new().file(&path).unwrap_err();
    assert_eq!((error.path(), error.line()), (path.as_path(), Some(3)));
}

#[test]
fn yaml_keeps_strings_unchanged_and_refuses_values_that_json_lacks() {
    let text = "base: &base\n  tokens: 3\nlimits:\n  <<: *base\nprompt: no\nlanguages: [yes, 012, 2024-01-01]\n";
    let folder = tempfile::tempdir().unwrap();
    let parse = |text: &str| {
        fs::write(folder.path().join("p.yaml"), text).unwrap();
        Parameters::new().file(folder.path().join("p.yaml"))
    };
    assert_eq!(problems::<Translate>(&parse(text).unwrap(), &with_client()), ["`base` (p.yaml:1): unknown parameter"]);
    let plain = text.replace("base: &base\n  tokens: 3\n", "").replace("<<: *base", "tokens: 3");
    let node: Translate = parse(&plain).unwrap().build(&with_client()).unwrap();
    assert_eq!((node.prompt.as_str(), node.limits.tokens), ("no", 3));
    assert_eq!(node.languages, ["yes", "012", "2024-01-01"]);
    for refused in ["left: 1\n---\nleft: 2\n", "? [a]\n: 1", "left: *nothing"] {
        assert!(parse(refused).is_err(), "{refused}");
    }
}

#[test]
fn missing_resources_are_known_without_values() {
    let missing =
        |resources: &Resources| resources.missing(Translate::PARAMETERS).map(|info| info.ty).collect::<Vec<_>>();
    assert_eq!(missing(&Resources::new()), ["Client"]);
    assert!(missing(&with_client()).is_empty());
}

#[tokio::test]
async fn parameters_of_concurrent_runs_are_separate() {
    let environment = Environment::from_iter([("RUNNABLE_PRM_ZIP", "shared")]);
    let shared = Parameters::new().environment(&environment);
    let run = async |left: u32| {
        let node: Add = shared.clone().set("left", left).build(&Resources::new()).unwrap();
        node.execute().await.unwrap().sum
    };
    let (one, two, three) = tokio::join!(run(1), run(2), run(3));
    assert_eq!([one, two, three], ["1 0.5 shared false", "2 0.5 shared false", "3 0.5 shared false"]);
}
