//! Exit codes, streams and signals.

use super::support::{Room, done, signal, until_exists};
use std::{
    io::Read,
    process::{Child, Stdio},
    time::{Duration, Instant},
};

/// Starts a run that hangs once the file exists.
fn hanging(room: &Room, pipeline: &str) -> Child {
    let mut command = room.app(&["run", pipeline, "--file", "started", "--run-id", "r"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    until_exists(&room.path("started"));
    child
}

fn errors(child: &mut Child) -> String {
    let mut text = String::new();
    child.stderr.take().unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_output_is_alone_on_stdout() {
    let room = Room::new();
    let done =
        room.run(&["run", "translate_all", "--prompt", "good morning", "--languages", "es", "--languages", "fr"]);
    assert_eq!(done.code, Some(0));
    let expected = "{\"english\":\"good morning\",\"translation\":[\"[es] good morning\",\"[fr] good morning\"]}\n";
    assert_eq!(done.out, expected);
    assert!(done.err.contains("✓ generate") && done.err.contains("✓ languages"), "{}", done.err);
    assert!(!done.err.contains(['\r', '\x1b']), "{:?}", done.err);
}

#[test]
fn events_are_written_to_stderr_as_text_or_json() {
    let room = Room::new();
    let run = |form| room.run(&["run", "stream_tokens", "--count", "2", "--events", form]);
    let json = run("json");
    assert_eq!(json.out, "{\"sent\":2}\n");
    let types: Vec<String> = json
        .err
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["type"].as_str().unwrap().to_owned())
        .collect();
    let expected = ["run.started", "step.started", "chunk", "chunk", "done", "step.finished", "run.finished"];
    assert_eq!(types, expected);
    let text = run("text");
    assert!(text.err.contains("tokens  chunk  {\"text\":\"token 1 \"}"), "{}", text.err);
}

#[test]
fn control_characters_are_shown() {
    let room = Room::new();
    for form in ["text", "json", "none"] {
        let done = room.run(&["run", "nasty", "--events", form, "--progress", "counter"]);
        assert_eq!(done.out, "{\"end\":\"\\u001b[31mred\"}\n");
        assert!(!done.err.contains(['\x1b', '\x07', '\r', '\u{9b}', '\u{202e}']) || form == "json", "{:?}", done.err);
    }
    let failed = room.run(&["run", "read_file", "--file", "none"]);
    assert!(failed.err.contains("no file\\u{1b}[31m none"), "{:?}", failed.err);
}

#[test]
fn colours_follow_the_variables() {
    let room = Room::new();
    let has_colour = |variables: &[(&str, &str)]| {
        let mut command = room.app(&["run", "greet"]);
        command.envs(variables.iter().copied());
        done(command).err.contains("\x1b[31m")
    };
    assert!(!has_colour(&[]));
    assert!(has_colour(&[("CLICOLOR_FORCE", "1")]));
    assert!(!has_colour(&[("CLICOLOR_FORCE", "0")]));
    assert!(!has_colour(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn without_a_utf8_locale_everything_is_ascii() {
    let room = Room::new();
    for locale in ["C", "POSIX", "de_DE.ISO-8859-1"] {
        let mut command =
            room.app(&["run", "translate_all", "--prompt", "año", "--languages", "é", "--events", "text"]);
        command.args(["--progress", "counter"]).env("LC_ALL", locale);
        let done = done(command);
        assert!(done.err.is_ascii(), "{}", done.err);
        assert!(done.err.contains("+ generate"), "{}", done.err);
    }
}

#[test]
fn a_failed_run_exits_with_1_and_says_how_to_resume() {
    let room = Room::new();
    let failed = room.run(&["run", "read_file", "--file", "f", "--run-id", "r"]);
    assert_eq!((failed.code, &*failed.out), (Some(1), ""));
    assert!(failed.err.contains("error: step `read` failed"), "{}", failed.err);
    assert!(failed.err.contains("app resume r"), "{}", failed.err);
    std::fs::write(room.path("f"), "abc").unwrap();
    let resumed = room.run(&["resume", "r"]);
    assert_eq!(resumed.out, "{\"content\":\"abc\",\"length\":4}\n", "{}", resumed.err);
    let again = room.run(&["resume", "r"]);
    assert_eq!(again.code, Some(5), "{}", again.err);
    let forked = room.run(&["fork", "r", "--at", "measure", "--run-id", "s"]);
    assert_eq!(forked.out, "{\"content\":\"abc\",\"length\":4}\n", "{}", forked.err);
    assert_eq!(room.run(&["fork", "r", "--at", "nothing"]).code, Some(4));
}

#[test]
fn ctrl_c_cancels_and_says_how_to_resume() {
    let room = Room::new();
    let mut child = hanging(&room, "hang");
    signal(child.id(), "-INT");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let errors = errors(&mut child);
    assert!(errors.contains("run r was cancelled. Resume: app resume r"), "{errors}");
    assert!(!errors.contains("error"), "{errors}");
}

#[test]
fn a_second_ctrl_c_exits_at_once() {
    let room = Room::new();
    let mut child = hanging(&room, "stuck");
    let started = Instant::now();
    signal(child.id(), "-INT");
    std::thread::sleep(Duration::from_millis(300));
    assert!(child.try_wait().unwrap().is_none(), "the step blocks the run");
    signal(child.id(), "-INT");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_closed_stdout_is_silent() {
    let room = Room::new();
    let mut command = room.app(&["run", "lines", "--count", "100000", "--progress", "none"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(errors(&mut child), "");
}

#[test]
fn a_closed_stderr_stops_no_run() {
    let room = Room::new();
    let mut command = room.app(&["run", "stream_tokens", "--count", "100", "--events", "text"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stderr.take());
    let mut out = String::new();
    child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    assert_eq!((child.wait().unwrap().code(), &*out), (Some(0), "{\"sent\":100}\n"));
}

#[test]
fn each_kind_of_mistake_has_its_exit_code() {
    let room = Room::new();
    room.run(&["run", "greet", "--name", "x", "--run-id", "taken"]);
    std::fs::write(room.path("other.db"), "not a database, but long enough to look at its first bytes".repeat(40))
        .unwrap();
    std::fs::write(room.path("bad.toml"), "[run-lgo]\n").unwrap();
    for (arguments, code, text) in [
        (&["runn"][..], 2, "run"),
        (&["run", "gret", "--name", "x"], 2, "did you mean `greet`?"),
        (&["run", "--name", "x", "greet"], 2, "the name of a pipeline comes before"),
        (&["run", "greet", "--name", "x", "--config", "none.toml"], 2, "none.toml"),
        (&["run", "greet", "--name", "x", "--config", "bad.toml"], 2, "did you mean `run-log`?"),
        (&["run", "greet", "--name", "x", "--params", "none.json"], 2, "none.json"),
        (&["run", "greet", "--name", "x", "--log", "sqlit:x"], 2, "--log: expected"),
        (&["run", "greet", "--name", "x", "--log", "other.db"], 3, "other.db"),
        (&["run", "greet", "--name", "x", "--run-id", "taken"], 5, "exists already"),
        (&["resume", "missing"], 4, "no run `missing`"),
        (&["resume", "takn"], 4, "did you mean `taken`?"),
        (&["resume", "taken"], 5, "taken"),
        (&["resume", "taken", "--log", "none"], 2, "no run log is configured"),
        (&["resume", "taken", "--assume-done", "x"], 2, "expected STEP=JSON"),
        (&["resume", "taken", "--assume-done", "x={"], 2, "is not JSON"),
        (&["fork", "taken"], 2, "--at"),
        (&["show", "gret"], 2, "did you mean `greet`?"),
        (&["graph", "greet", "--format", "gif"], 2, "gif"),
        (&["serve", "--addr", "nowhere"], 2, "--addr"),
        (&["serve", "--addr", "0.0.0.0:0"], 2, "--accept-token"),
        (&["serve", "--accept-token", "x"], 2, "NAME=TOKEN"),
    ] {
        let done = room.run(arguments);
        assert_eq!(done.code, Some(code), "{arguments:?}: {}", done.err);
        assert!(done.err.contains(text), "{arguments:?}: {}", done.err);
        assert_eq!(done.out, "", "{arguments:?}");
    }
}

#[test]
fn pipelines_are_listed_and_shown() {
    let room = Room::new();
    let list = room.run(&["list"]).out;
    assert!(list.contains("greet          --name --times? --loud --param.tag"), "{list}");
    let json: serde_json::Value = serde_json::from_str(&room.run(&["list", "--json"]).out).unwrap();
    assert_eq!(json[0]["parameters"][3]["flag"], "--param.tag");
    let show = room.run(&["show", "translate_all"]).out;
    assert!(show.contains("map languages\n"), "{show}");
    let mermaid = room.run(&["graph", "translate_all", "--format", "mermaid"]).out;
    assert!(mermaid.starts_with("flowchart TD\n"), "{mermaid}");
    room.run(&["graph", "translate_all", "--format", "mermaid", "-o", "graph.mmd"]);
    assert_eq!(std::fs::read_to_string(room.path("graph.mmd")).unwrap(), mermaid);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = room.run(&["completions", shell]);
        assert!(script.code == Some(0) && script.out.contains("translate_all"), "{shell}");
    }
}
