//! The flags of `run`.

use super::support::{Room, done};
use serde_json::{Value, json};

fn output(room: &Room, arguments: &[&str]) -> Value {
    let done = room.run(&[&["run"], arguments].concat());
    assert_eq!(done.code, Some(0), "{}", done.err);
    serde_json::from_str(&done.out).unwrap()
}

#[test]
fn flags_are_read_as_the_types_of_the_parameters() {
    let room = Room::new();
    for (arguments, text) in [
        (&["--name", "Ann"][..], "hello Ann"),
        (&["--name=7", "--times", "2"], "hello 7hello 7"),
        (&["--name", "-5", "--loud"], "HELLO -5"),
        (&["--name", "a=b", "--loud=false"], "hello a=b"),
        (&["--name", "\"q\"", "--no-loud"], "hello q"),
        (&["--name", "Ann", "--param.tag", "t"], "hello Ann #t"),
        (&["--name", "Ann", "--tag", "t"], "hello Ann"),
        (&["--param.name=Ann", "--param.loud"], "HELLO ANN"),
        (&["--name="], "hello "),
    ] {
        assert_eq!(output(&room, &[&["greet"], arguments].concat()), json!({ "text": text }), "{arguments:?}");
    }
}

#[test]
fn lists_are_repeated_or_json() {
    let room = Room::new();
    for (arguments, name, value) in [
        (&["--numbers", "1", "--numbers=2"][..], "numbers", json!([1, 2])),
        (&["--numbers", "[1, 2]"], "numbers", json!([1, 2])),
        (&["--numbers", "3"], "numbers", json!([3])),
        (&["--numbers", "[]"], "numbers", json!([])),
        (&["--words", "7", "--words", "true", "--words", "[x"], "words", json!(["7", "true", "[x"])),
        (&["--words", r#"["a"]"#], "words", json!(["a"])),
        (&["--words", "null"], "words", json!(["null"])),
        (&["--set", "b", "--set", "a"], "set", json!(["a", "b"])),
        (&["--nested", "[1]", "--nested", "[2, 3]"], "nested", json!([[1], [2, 3]])),
        (&["--nested", "[[1]]"], "nested", json!([[1]])),
        (&["--nested", "[1]"], "nested", json!([[1]])),
        (&["--any", "1", "--any", "x"], "any", json!([1, "x"])),
        (&["--map", r#"{"a": true}"#], "map", json!({"a": true})),
    ] {
        let all = output(&room, &[&["lists"], arguments].concat());
        assert_eq!(all["all"][name], value, "{arguments:?}");
    }
}

#[test]
fn flags_override_variables_which_override_the_file() {
    let room = Room::new();
    std::fs::write(room.path("p.toml"), "name = \"file\"\ntimes = 2\nloud = true\n").unwrap();
    let run = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = room.app(&[&["run", "greet", "--params", "p.toml"], arguments].concat());
        command.envs(variables.iter().copied());
        let done = done(command);
        assert_eq!(done.code, Some(0), "{}", done.err);
        done.out
    };
    assert_eq!(run(&[], &[]), "{\"text\":\"HELLO FILEHELLO FILE\"}\n");
    assert_eq!(run(&[], &[("RUNNABLE_PRM_NAME", "env")]), "{\"text\":\"HELLO ENVHELLO ENV\"}\n");
    let flags = ["--name", "flag", "--times", "1", "--no-loud"];
    assert_eq!(run(&flags, &[("RUNNABLE_PRM_NAME", "env")]), "{\"text\":\"hello flag\"}\n");
}

#[test]
fn every_problem_is_reported_at_once_and_named_as_its_flag() {
    let room = Room::new();
    std::fs::write(room.path("p.json"), r#"{"nmae": "x"}"#).unwrap();
    let done = room.run(&[
        "run",
        "greet",
        "--times",
        "many",
        "--loud=maybe",
        "--nam",
        "Ann",
        "--events",
        "txt",
        "stray",
        "--params",
        "p.json",
    ]);
    assert_eq!((done.code, &*done.out), (Some(2), ""));
    let expected = "\
error: invalid parameters of `greet`:
  --nam: unknown parameter; did you mean `--name`?
  --events: expected `text`, `json`, `none`, found `txt`; did you mean `text`?
  unexpected argument `stray`: parameters are flags, such as `--name stray`
  --name: missing, expected `String`
  --times: expected `u32`, found a string: invalid type: string \"many\", expected u32
  --loud: expected `bool`, found a string: invalid type: string \"maybe\", expected a boolean
  nmae (from p.json): unknown parameter; did you mean `name`?
help: `app run greet --help` lists the parameters
";
    assert_eq!(done.err, expected);
}

#[test]
fn a_value_that_is_missing_or_given_twice_is_a_problem() {
    let room = Room::new();
    for (arguments, problem) in [
        (&["greet", "--name", "--times", "2"][..], "--name: a value is missing"),
        (&["greet", "--name"], "--name: a value is missing"),
        (&["greet", "--name", "a", "--name", "b"], "--name (given 2 times): expected `String`"),
        (&["greet", "--name", "a", "--run-id", "1", "--run-id", "2"], "--run-id: is given twice"),
        (&["greet", "--name", "a", "--param.tag", "--tag"], "--param.tag: a value is missing"),
        (&["greet", "--name", "a", "--no-loud=1"], "--no-loud: takes no value"),
        (&["greet", "--name", "a", "--no-name"], "--no-name: unknown parameter"),
        (&["with_client", "--page", "x", "--client", "y"], "--client: unknown parameter"),
        (&["lists", "--numbers", "1", "--numbers", "x"], "--numbers: expected `Vec<u32>`, found a list"),
    ] {
        let done = room.run(&[&["run"], arguments].concat());
        assert_eq!(done.code, Some(2), "{arguments:?}");
        assert!(done.err.contains(problem), "{arguments:?}: {}", done.err);
    }
}

#[test]
fn invalid_parameters_open_no_run_log() {
    let room = Room::new();
    assert_eq!(room.run(&["run", "greet"]).code, Some(2));
    assert!(!room.path("runs.db").exists());
}

#[test]
fn a_variable_is_named_in_the_problem_with_its_value() {
    let room = Room::new();
    let mut command = room.app(&["run", "greet", "--name", "x"]);
    command.env("RUNNABLE_PRM_TIMES", "-1");
    let done = done(command);
    assert!(done.err.contains("--times (from RUNNABLE_PRM_TIMES): expected `u32`"), "{}", done.err);
}

#[test]
fn resources_are_no_flags_and_reach_the_run() {
    let room = Room::new();
    assert_eq!(output(&room, &["with_client", "--page", "abc"]), json!({ "length": 4 }));
}

#[test]
fn help_lists_the_parameters_with_their_types_and_docs() {
    let room = Room::new();
    let done = room.run(&["run", "greet", "--help"]);
    assert_eq!(done.code, Some(0));
    for text in [
        "--name <String>",
        "Name of the person",
        "[has a default]",
        "--param.tag <Option<String>>",
        "It repeats itself",
    ] {
        assert!(done.out.contains(text), "{text}: {}", done.out);
    }
    for arguments in [&["help", "run", "greet"][..], &["run", "--help"], &["--help"], &["help"]] {
        assert_eq!(room.run(arguments).code, Some(0), "{arguments:?}");
    }
}
