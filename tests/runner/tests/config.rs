//! Layers of a configuration, and the errors for invalid ones.

use runnable::runner::{Config, ConfigError, Durability, Environment, RunLogUrl, SecretProvider, Synchronous};
use std::{ffi::OsString, fmt::Write, fs, path::PathBuf, time::Duration};
use tempfile::TempDir;

/// A file in its own directory.
struct File {
    _folder: TempDir,
    path: PathBuf,
}

fn file(name: &str, text: &str) -> File {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    File { _folder: folder, path }
}

fn read(name: &str, text: &str) -> Result<Config, ConfigError> {
    Config::builder().file(file(name, text).path).build()
}

fn variables<const N: usize>(variables: [(&str, &str); N]) -> Result<Config, ConfigError> {
    Config::builder().environment(&Environment::from_iter(variables)).build()
}

/// Returns the problems, without the directory of the file.
fn problems(result: Result<Config, ConfigError>) -> Vec<String> {
    let error = result.unwrap_err();
    let name = |problem: &runnable::runner::ConfigProblem| {
        let text = problem.to_string();
        match problem.file().and_then(std::path::Path::parent) {
            Some(folder) => text.replace(&format!("{}/", folder.display()), ""),
            None => text,
        }
    };
    error.problems().iter().map(name).collect()
}

/// Returns the first code block in `language` of the reference.
fn example(language: &str) -> &'static str {
    let reference = include_str!("../../../runnable-runner/src/docs/configuration.md");
    let (_, block) = reference.split_once(&format!("```{language}\n")).unwrap();
    block.split_once("```").unwrap().0
}

#[test]
fn the_defaults_record_nothing_and_limit_nothing() {
    let config = Config::builder().build().unwrap();
    assert_eq!(config, Config::default());
    assert_eq!(config.run_log.url, RunLogUrl::None);
    assert_eq!(config.run_log.lease, Duration::from_secs(10));
    assert_eq!((config.executor.max_runs, config.executor.event_capacity.get()), (None, 1024));
    assert_eq!((config.retry.attempts.get(), config.retry.backoff), (3, Duration::from_millis(100)));
    assert_eq!(config.secrets.providers, [SecretProvider::Env]);
}

#[test]
fn the_complete_example_in_toml_sets_every_key() {
    let config = read("runnable.toml", example("toml")).unwrap();
    assert_eq!(config.run_log.url, RunLogUrl::Sqlite("runs.db".into()));
    assert_eq!(config.run_log.durability, Durability::Relaxed);
    assert_eq!(config.run_log.synchronous, Synchronous::Full);
    assert_eq!(config.run_log.lease, Duration::from_secs(30));
    assert_eq!(config.run_log.compact_after, Some(Duration::from_hours(24)));
    assert_eq!(config.run_log.prune_after, Some(Duration::from_hours(90 * 24)));
    assert!(!config.run_log.code_identity);
    assert_eq!(config.catalog.url.as_str(), "s3://bucket/runs");
    assert_eq!(config.catalog.workspace, PathBuf::from("work"));
    assert_eq!(config.secrets.providers, [SecretProvider::Directory, SecretProvider::Env]);
    assert_eq!(config.secrets.file, PathBuf::from("secrets.env"));
    assert_eq!(config.secrets.directory, PathBuf::from("/etc/secrets"));
    assert_eq!(config.secrets.prefix, "APP_");
    assert_eq!(config.executor.max_runs.unwrap().get(), 8);
    assert_eq!(config.executor.event_capacity.get(), 256);
    assert_eq!((config.retry.attempts.get(), config.retry.backoff), (3, Duration::from_secs(1)));
}

#[test]
fn toml_and_yaml_read_the_same() {
    let toml = read("runnable.toml", example("toml")).unwrap();
    assert_eq!(toml, read("runnable.yaml", example("yaml")).unwrap());
    assert_eq!(toml, read("runnable.YML", example("yaml")).unwrap());
}

#[test]
fn a_variable_overrides_one_key_of_the_file_and_no_other() {
    let file = file("runnable.toml", "[run-log]\nurl = \"runs.db\"\nlease = \"1m\"\n[retry]\nattempts = 2");
    let environment = Environment::from_iter([("RUNNABLE_RUN_LOG__URL", "memory:"), ("PATH", "/bin")]);
    let config = Config::builder().environment(&environment).file(&file.path).build().unwrap();
    assert_eq!(config.run_log.url, RunLogUrl::Memory);
    assert_eq!(config.run_log.lease, Duration::from_mins(1));
    assert_eq!(config.retry.attempts.get(), 2);
}

#[test]
fn the_key_decides_whether_a_variable_is_a_string_a_number_or_a_list() {
    let config = variables([
        ("RUNNABLE_CATALOG__WORKSPACE", "7"),
        ("RUNNABLE_EXECUTOR__MAX_RUNS", "7"),
        ("RUNNABLE_RUN_LOG__CODE_IDENTITY", "false"),
        ("RUNNABLE_SECRETS__PREFIX", "true"),
        ("RUNNABLE_SECRETS__PROVIDER", r#"["dotenv", "env"]"#),
    ]);
    let config = config.unwrap();
    assert_eq!(config.catalog.workspace, PathBuf::from("7"));
    assert_eq!(config.executor.max_runs.unwrap().get(), 7);
    assert!(!config.run_log.code_identity);
    assert_eq!(config.secrets.prefix, "true");
    assert_eq!(config.secrets.providers, [SecretProvider::Dotenv, SecretProvider::Env]);
}

#[test]
fn variables_that_are_not_configuration_are_ignored() {
    let config = variables([
        ("RUNNABLE_PRM_RUN_LOG__URL", "x"),
        ("RUNNABLE_RUN_ID", "x"),
        ("RUNNABLE_RUN_LOG__LEASE", ""),
        // Kubernetes sets these for every program beside services of these names.
        ("RUNNABLE_PORT_80_TCP_ADDR", "10.0.0.1"),
        ("RUNNABLE_CATALOG_SERVICE_HOST", "10.0.0.1"),
    ]);
    assert_eq!(config.unwrap(), Config::default());
}

#[test]
fn all_problems_of_a_toml_file_and_of_variables_are_reported_together_with_their_lines() {
    let file = file(
        "runnable.toml",
        "# runs\n[run-log]\nlease = 10\ndurabilty = \"step\"\nsynchronous = \"ful\"\n\n[executer]\nmax-runs = 1\n\n[executor]\nmax-runs = -1\nrun_log = 1\n",
    );
    let environment = Environment::from_iter([
        ("RUNNABLE_RETRY__ATTEMPTS", "0"),
        ("RUNNABLE_RETRY__BACKOFF", "soon"),
        ("RUNNABLE_RUN_LOG_URL", "memory:"),
        ("RUNNABLE_RUNLOG__URI", "memory:"),
    ]);
    let result = Config::builder().file(&file.path).environment(&environment).build();
    assert_eq!(
        problems(result),
        [
            r#"runnable.toml:3: `run-log.lease`: expected a duration longer than zero with its unit, such as "10s", found the number 10"#,
            "runnable.toml:4: `run-log.durabilty`: unknown key; did you mean `durability`?",
            r#"runnable.toml:5: `run-log.synchronous`: expected `normal` or `full`, found "ful"; did you mean `full`?"#,
            "runnable.toml:7: `executer`: unknown section; did you mean `executor`?",
            "runnable.toml:11: `executor.max-runs`: expected a whole number of at least 1, found the number -1",
            "runnable.toml:12: `executor.run_log`: unknown key; keys here are `max-runs` and `event-capacity`",
            "RUNNABLE_RETRY__ATTEMPTS: `retry.attempts`: expected a whole number of at least 1, found the number 0",
            r#"RUNNABLE_RETRY__BACKOFF: `retry.backoff`: expected a duration with its unit, such as "10s", found "soon""#,
            "RUNNABLE_RUNLOG__URI: unknown variable; did you mean `RUNNABLE_RUN_LOG__URL`?",
            "RUNNABLE_RUN_LOG_URL: unknown variable; did you mean `RUNNABLE_RUN_LOG__URL`?",
        ]
    );
}

#[test]
fn all_problems_of_a_yaml_file_are_reported_together_with_their_lines() {
    let text = "run-log:\n  url: mysql://me:hunter2@host/x\n  code-identity: 'no'\n\nsecrets:\n  provider: [env, vault]\ncatalog: here\nretry: {attempts: 1.5, backof: 1s}\n";
    assert_eq!(
        problems(read("runnable.yaml", text)),
        [
            "runnable.yaml:2: `run-log.url`: expected `none`, `memory:`, `sqlite:path`, a path or `postgres://..`, found a URL of `mysql`",
            r#"runnable.yaml:3: `run-log.code-identity`: expected a boolean, found "no""#,
            r#"runnable.yaml:6: `secrets.provider.1`: expected `env`, `dotenv` or `directory`, found "vault""#,
            r#"runnable.yaml:7: `catalog`: expected a section with keys and their values, found "here""#,
            "runnable.yaml:8: `retry.attempts`: expected a whole number of at least 1, found the number 1.5",
            "runnable.yaml:8: `retry.backof`: unknown key; did you mean `backoff`?",
        ]
    );
}

#[test]
fn a_problem_in_the_file_is_reported_even_if_a_variable_overrides_its_key() {
    let file = file("runnable.toml", "[retry]\nattempts = 0");
    let environment = Environment::from_iter([("RUNNABLE_RETRY__ATTEMPTS", "2")]);
    let result = Config::builder().file(&file.path).environment(&environment).build();
    assert_eq!(problems(result).len(), 1);
}

#[test]
fn an_error_names_a_missing_file_and_a_file_of_unknown_format() {
    let missing = Config::builder().file("no/such.toml").build().unwrap_err().to_string();
    assert!(missing.contains("no/such.toml: cannot read the file: "), "{missing}");
    let unknown = problems(read("runnable.ini", ""));
    assert_eq!(
        unknown,
        ["runnable.ini: unknown file format; expected the extension `.toml`, `.yaml`, `.yml` or `.json`"]
    );
}

#[test]
fn a_syntax_error_has_its_line_and_does_not_quote_the_file() {
    for (name, text, line) in [
        ("a.toml", "[run-log]\nurl = \"postgres://me:hunter2@host\n", 2),
        ("a.toml", "[retry]\nattempts = 1\nattempts = 2", 3),
        ("a.yaml", "run-log:\n  url: \"hunter2\n", 2),
        ("a.yaml", "retry:\n  attempts: 1\n  attempts: 2\n", 3),
        ("a.yaml", "retry: {attempts: .nan}", 1),
        ("a.toml", "[retry]\nattempts = nan", 2),
    ] {
        let error = read(name, text).unwrap_err();
        let [problem] = error.problems() else { panic!("{error}") };
        assert_eq!(problem.line(), Some(line), "{text}: {error}");
        assert!(!error.to_string().contains("hunter2") && error.to_string().lines().count() == 2, "{error}");
        assert!(!problem.message().contains(" line "), "{error}");
    }
}

#[test]
fn an_empty_file_and_an_empty_section_read_as_the_defaults() {
    for (name, text) in [
        ("a.toml", ""),
        ("a.yaml", ""),
        ("a.yaml", "# nothing\n"),
        ("a.yaml", "run-log:\n  # url: x\nretry:\n  attempts:\n"),
    ] {
        assert_eq!(read(name, text).unwrap(), Config::default(), "{text:?}");
    }
    assert_eq!(problems(read("a.yaml", "[1, 2]")), ["a.yaml: expected keys and their values"]);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_read() {
    let config = read("a.toml", "\u{feff}[retry]\r\nattempts = 2\r\n").unwrap();
    assert_eq!(config.retry.attempts.get(), 2);
}

#[test]
fn yaml_aliases_cannot_grow_without_bound() {
    let mut text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, before) in ('b'..='k').zip('a'..) {
        writeln!(text, "{name}: &{name} [{}]", vec![format!("*{before}"); 10].join(", ")).unwrap();
    }
    assert_eq!(read("a.yaml", &text).unwrap_err().problems().len(), 1);
    assert_eq!(read("a.yaml", &"[".repeat(100_000)).unwrap_err().problems().len(), 1);
    assert_eq!(read("a.toml", &format!("a = {}", "[".repeat(100_000))).unwrap_err().problems().len(), 1);
    assert_eq!(read("a.json", &"[".repeat(100_000)).unwrap_err().problems().len(), 1);
}

#[test]
#[cfg(unix)]
fn an_error_names_a_variable_with_invalid_utf8() {
    use std::os::unix::ffi::OsStringExt;
    let environment = Environment::from_iter([("RUNNABLE_RUN_LOG__URL", OsString::from_vec(vec![0xff]))]);
    let result = Config::builder().environment(&environment).build();
    assert_eq!(problems(result), ["RUNNABLE_RUN_LOG__URL: `run-log.url`: expected text, found invalid UTF-8"]);
}

#[test]
fn the_scheme_decides_how_the_url_of_a_run_log_is_read() {
    let sqlite = |path: &str| Ok(RunLogUrl::Sqlite(path.into()));
    for (text, expected) in [
        ("sqlite:runs.db", "runs.db"),
        ("sqlite://runs.db", "runs.db"),
        ("sqlite:///var/runs.db", "/var/runs.db"),
        ("/var/runs.db", "/var/runs.db"),
        (r"C:\runs.db", r"C:\runs.db"),
        ("./a:b", "./a:b"),
    ] {
        assert_eq!(text.parse(), sqlite(expected), "{text}");
    }
    for text in ["mysql://host", "file:runs.db", "app:hunter2@host/runs"] {
        let error = text.parse::<RunLogUrl>().unwrap_err();
        assert!(error.contains("found a URL of") && !error.contains("hunter2"), "{text}: {error}");
    }
}

#[test]
fn a_mistyped_url_of_a_run_log_is_refused_with_the_url_that_was_meant() {
    let home = std::env::var("HOME").unwrap();
    let in_home = [format!("{home}/runs.db"), format!("sqlite:{home}/a/runs.db")];
    let folder = env!("CARGO_MANIFEST_DIR");
    let in_folder = format!("{folder}/runs.db");
    for (text, meant) in [
        ("None", "none"),
        (" none", "none"),
        ("non", "none"),
        ("off", "none"),
        ("False", "none"),
        ("memory", "memory:"),
        ("Memory:", "memory:"),
        (":memory:", "memory:"),
        ("sqlite::memory:", "memory:"),
        ("sqlite://:memory:", "memory:"),
        ("file::memory:", "memory:"),
        ("memoryy", "memory:"),
        ("memoryy:", "memory"),
        ("", "none"),
        ("sqlite", "sqlite:runs.db"),
        ("sqlite:", "sqlite:runs.db"),
        ("sqlite://", "sqlite:runs.db"),
        ("SQLite:runs.db", "sqlite:runs.db"),
        ("sqlite3:runs.db", "sqlite:runs.db"),
        ("sqlit:runs.db", "sqlite"),
        ("runs.db ", "runs.db"),
        ("~/runs.db", &in_home[0]),
        ("sqlite:~/a/runs.db", &in_home[1]),
        ("sqlite:runs.db?mode=ro", "sqlite:runs.db"),
        ("sqlite://runs.db?ro", "sqlite:runs.db"),
        ("runs.db?mode=ro", "runs.db"),
        ("runs/", "runs/runs.db"),
        (".", "./runs.db"),
        (folder, &in_folder),
        ("postgres", "postgres://user@host/database"),
        ("Postgres://u@h/d", "postgres://u@h/d"),
        ("postgres//u@h/d", "postgres://u@h/d"),
        ("postgres/u@h/d", "postgres://u@h/d"),
        ("postgres:u@h/d", "postgres://u@h/d"),
        ("postgres:/u@h/d", "postgres://u@h/d"),
        ("postgres//u:hunter2@h/d", "postgres://u:***@h/d"),
        ("postgres:/u:hun@ter2/hunter2@h/d", "postgres://u:***@h/d"),
        ("postgre://u:hunter2@h/d", "postgres://u:***@h/d"),
        ("pg://u@h/d", "postgres://u@h/d"),
        ("host=h user=u password=hunter2 dbname=d", "postgres://user@host/database"),
    ] {
        let error = text.parse::<RunLogUrl>().unwrap_err();
        let expected = text.is_empty() || error.ends_with(&format!("did you mean `{meant}`?"));
        assert!(expected && !error.contains("hunter2"), "{text}: {error}");
    }
    for text in [
        "runs",
        "history",
        "runs.db",
        "a/b",
        "what?.db",
        "nonempty.db",
        "./none",
        "my runs.db",
        "~backup.db",
        "postgres/runs.db",
    ] {
        assert_eq!(text.parse(), Ok(RunLogUrl::Sqlite(text.into())), "{text}");
    }
    for text in ["postgres://u:p@h/d", "postgresql:///d?host=/tmp"] {
        assert!(matches!(text.parse(), Ok(RunLogUrl::Postgres(_))), "{text}");
    }
}

#[test]
fn thousands_of_unknown_keys_are_reported_in_linear_time() {
    for (n, section) in [(4_000, "run-log"), (4_000, "executer")] {
        let lines = |line: fn(usize) -> String| (0..n).map(line).collect::<Vec<_>>().join("\n");
        let (keys, sections) = (lines(|n| format!("key-{n} = 1")), lines(|n| format!("[section-{n}]")));
        let text = format!("[{section}]\n{keys}\n{sections}\n");
        let started = std::time::Instant::now();
        let found = problems(read("many.toml", &text));
        // A quadratic reader takes minutes.
        assert!(started.elapsed() < Duration::from_mins(1), "{:?}", started.elapsed());
        assert!(found.len() > n && found.iter().all(|problem| problem.contains("unknown")), "{}", found.len());
    }
}

#[test]
fn a_configuration_never_prints_a_password() {
    let mut config = read("a.toml", "[run-log]\nurl = \"postgres://me:hunter2@h/x?sslpassword=hunter2\"").unwrap();
    config.catalog.url = "s3://key:hunter2/@bucket".into();
    let text = format!("{config:?} {} {}", config.run_log.url, config.catalog.url);
    assert!(!text.contains("hunter2") && text.contains("postgres://me:***@h/x"), "{text}");
    let environment = Environment::from_iter([("RUNNABLE_RUN_LOG__URL", "hunter2")]);
    assert!(!format!("{environment:?}").contains("hunter2"));
}

#[test]
fn an_empty_run_id_in_the_environment_counts_as_not_set() {
    assert_eq!(Environment::from_iter([("RUNNABLE_RUN_ID", "nightly")]).run_id(), Some("nightly"));
    assert_eq!(Environment::from_iter([("RUNNABLE_RUN_ID", "")]).run_id(), None);
    assert_eq!(Environment::empty().run_id(), None);
}
