//! Short secrets, and secrets that code looks up by itself.

use super::*;
use runnable::{BoxError, FromRun, StepContext};

/// Two secrets, whose names are not the name of the parameter.
struct Login {
    user: Secret<String>,
    password: Secret<String>,
}

impl<E> FromRun<E> for Login {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        let secrets = step.extension::<Secrets>().ok_or("no secrets")?;
        Ok(Self { user: secrets.get("login_user")?, password: secrets.get("login_password")? })
    }

    fn secrets(_: &'static str) -> Vec<&'static str> {
        vec!["login_user", "login_password"]
    }
}

type Alias = Secret<String>;

#[task(returns = [logged_in])]
async fn log_in(text: &str, #[from_run] login: Login, #[from_run] api_key: Alias) -> String {
    format!("{text} as {} with {} and {}", login.user.expose(), login.password.expose().len(), api_key.expose().len())
}

#[task(returns = [text])]
async fn first(text: String) -> String {
    text
}

pipeline! {
    fn logs_in(text: String) -> [logged_in] { first >> log_in }
}

#[tokio::test]
async fn an_extractor_declares_its_secrets_under_any_name() {
    let fixed =
        Fixed::new().with("login_user", "a-long-user").with("login_password", "a-long-password").with("api_key", KEY);
    let runner = Runner::builder().run_log("memory:").secrets(Secrets::new().with_source(fixed));
    let runner = runner.build().await.expect("a runner");
    runner.run(logs_in(format!("a-long-user, a-long-password, {KEY}"))).run_id("r").await.expect("it succeeds");
    let shown = all_of(&**runner.log().expect("a log"), "r").await;
    assert!(!shown.contains("a-long") && !leaked(&shown) && shown.contains("***, ***, ***"), "{shown}");
}

#[task(returns = [opened])]
async fn opens(n: u32, api_key: Secret<String>) -> Result<u32, String> {
    if n == 2 { Err(format!("{} does not open 2", api_key.expose())) } else { Ok(n) }
}

#[task(returns = [line])]
async fn tells(opened: &[runnable::Result<u32>]) -> String {
    let failures = opened.iter().filter_map(|opened| opened.as_ref().err());
    failures.map(|error| format!("{error:#}")).collect::<Vec<_>>().concat()
}

pipeline! {
    fn opens_all(numbers: Vec<u32>) -> [opened, line] {
        map(numbers as n, on_error = collect) { opens } -> [opened] >> tells
    }
}

#[tokio::test]
async fn a_secret_in_a_collected_error_is_masked() {
    let secrets = Secrets::new().with_source(Fixed::new().with("api_key", KEY));
    let runner = Runner::builder().run_log("memory:").secrets(secrets).build().await.expect("a runner");
    let output = runner.run(opens_all(vec![1, 2, 3])).run_id("r").await.expect("it succeeds");
    let failed = "step `numbers[1]/opens` failed: *** does not open 2";
    assert_eq!((format!("{:#}", output.opened[1].as_ref().unwrap_err()), &*output.line), (failed.to_owned(), failed));
    let shown = all_of(&**runner.log().expect("a log"), "r").await;
    assert!(!leaked(&shown) && shown.contains("*** does not open 2"), "{shown}");
}

static SHUT: AtomicBool = AtomicBool::new(true);

#[task(returns = [year, text, is_true, seen])]
async fn dates(year: u32, text: String, is_true: bool) -> (u32, String, bool, Vec<String>) {
    (year, text.clone(), is_true, vec![text, year.to_string(), is_true.to_string()])
}

#[task]
async fn waits(pin: Secret<String>) -> Result<(), String> {
    if SHUT.load(SeqCst) { Err(format!("{} is shut", pin.expose())) } else { Ok(()) }
}

pipeline! {
    fn dated(year: u32, text: String, is_true: bool) -> [year, text, is_true, seen] { dates >> waits }
}

/// The texts of the view and of the output, for short secrets.
#[tokio::test]
async fn a_run_with_a_short_secret_shows_a_mask_for_the_whole_value_and_resumes_with_the_value() {
    for (pin, input) in [
        ("2024", r#"{"year":"***","text":"it is true in 2024","is_true":true}"#),
        ("true", r#"{"year":2024,"text":"it is true in 2024","is_true":true}"#),
        ("is", r#"{"year":2024,"text":"it is true in 2024","is_true":true}"#),
        ("failed", r#"{"year":2024,"text":"it is true in 2024","is_true":true}"#),
        ("success", r#"{"year":2024,"text":"it is true in 2024","is_true":true}"#),
        ("text", r#"{"year":2024,"***":"it is true in 2024","is_true":true}"#),
    ] {
        SHUT.store(true, SeqCst);
        let secrets = Secrets::new().with_source(Fixed::new().with("pin", pin));
        let runner = Runner::builder().run_log("memory:").secrets(secrets).build().await.expect("a runner");
        let run = dated(2024, "it is true in 2024".to_owned(), true);
        let error = runner.run(run).run_id("r").await.map(drop).expect_err("it is shut");
        assert_eq!(format!("{error:#}"), format!("step `waits` failed: {pin} is shut"));
        let log = runner.log().expect("a log");
        let record = log.run("r").await.expect("it can be read").expect("it is there");
        assert_eq!(record.input.get(), input, "{pin}");
        assert!(
            record.error.as_ref().is_some_and(|error| error.get().starts_with(r#"{"code":"failed""#)),
            "{record:?}"
        );
        SHUT.store(false, SeqCst);
        let output = runner.resume::<Dated>("r").await.unwrap_or_else(|error| panic!("{pin}: {error:#}"));
        let seen = ["it is true in 2024", "2024", "true"].map(String::from).to_vec();
        assert_eq!(
            (output.year, output.text.as_str(), output.is_true, output.seen),
            (2024, "it is true in 2024", true, seen)
        );
    }
}
