//! Reading runs, with the app and with `rnbl`.

use super::support::{Room, done, signal, until_exists};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader},
    process::Stdio,
    time::Duration,
};

/// Returns a room with a run that succeeded, `aa1`, and a run that failed, `ab2`.
pub(super) fn room() -> Room {
    let room = Room::new();
    let languages = ["--languages", "es", "--languages", "fr"];
    let succeeded =
        room.run(&[&["run", "translate_all", "--prompt", "hi you", "--run-id", "aa1"][..], &languages].concat());
    assert_eq!(succeeded.code, Some(0), "{}", succeeded.err);
    let failed = room.run(&["run", "read_file", "--file", "none", "--run-id", "ab2", "--tag", "nightly"]);
    assert_eq!(failed.code, Some(1), "{}", failed.err);
    room
}

fn ids(room: &Room, arguments: &[&str]) -> Vec<String> {
    let done = room.read(&[&["runs", "--json"], arguments].concat());
    assert_eq!(done.code, Some(0), "{arguments:?}: {}", done.err);
    let runs: Vec<Value> = serde_json::from_str(&done.out).unwrap();
    runs.iter().map(|run| run["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn runs_are_listed_and_filtered() {
    let room = room();
    for (arguments, expected) in [
        (&[][..], &["ab2", "aa1"][..]),
        (&["--status", "failed,interrupted"], &["ab2"]),
        (&["--status", "succeeded", "--status", "failed"], &["ab2", "aa1"]),
        (&["--status", "cancelled"], &[]),
        (&["--pipeline", "translate_all"], &["aa1"]),
        (&["--tag", "nightly"], &["ab2"]),
        (&["--since", "1h"], &["ab2", "aa1"]),
        (&["--since", "9999-01-01"], &[]),
        (&["--until", "1h ago"], &[]),
        (&["--limit", "1"], &["ab2"]),
    ] {
        assert_eq!(ids(&room, arguments), expected, "{arguments:?}");
    }
    let list = room.read(&["runs"]).out;
    let lines: Vec<_> = list.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(lines[0], "RUN PIPELINE STATUS STARTED TOOK STEPS WHY");
    assert!(lines[1].starts_with("ab2 read_file ✗ failed now"), "{list}");
    assert!(lines[1].ends_with("1/2 read: no file\\u{1b}[31m none"), "{list}");
    assert!(lines[2].contains("aa1 translate_all ✓ succeeded") && lines[2].ends_with("3/3"), "{list}");
    assert_eq!(room.run(&["runs"]).out.lines().count(), 3);
}

#[test]
fn a_run_is_shown_without_its_code() {
    let room = room();
    for (arguments, texts) in [
        (&["runs", "show", "aa1"][..], &["translate_all aa1", "✓ succeeded", "generate", "languages"][..]),
        (&["runs", "show", "@last"], &["read_file ab2", "✗"]),
        (&["runs", "show", "@failed"], &["read_file ab2"]),
        (&["runs", "timeline", "aa"], &["translate_all aa1", "generate"]),
        (&["runs", "diff", "aa1", "ab2"], &["read_file"]),
        (&["runs", "timeline", "aa1", "--format", "html"], &["</script></body></html>", "translate_all"]),
        (&["graph", "aa1", "--format", "svg"], &["<svg", "generate"]),
        (&["graph", "aa1", "--format", "mermaid"], &["flowchart TD", "generate"]),
        (&["graph", "aa1", "--format", "dot"], &["digraph", "generate"]),
        (&["graph", "aa1"], &["generate", "languages"]),
        (&["runs", "events", "aa1"], &["generate  chunk  {\"text\":\"hi \"}", "run.finished"]),
        (&["runs", "events", "aa1", "--after", "2", "--json"], &["\"seq\":3", "\"type\":\"chunk\""]),
    ] {
        let done = room.read(arguments);
        assert_eq!(done.code, Some(0), "{arguments:?}: {}", done.err);
        assert!(texts.iter().all(|text| done.out.contains(text)), "{arguments:?}: {}", done.out);
        assert!(!done.out.contains('\x1b') && done.err.is_empty(), "{arguments:?}: {done:?}");
    }
    let diff: Value = serde_json::from_str(&room.read(&["runs", "diff", "aa1", "ab2", "--json"]).out).unwrap();
    assert_eq!((&diff["equal"], &diff["after"]["status"]), (&false.into(), &"failed".into()));
    assert_eq!((&diff["input"][0]["field"], &diff["removed"][0]), (&"languages".into(), &"generate".into()));
    let json: Value = serde_json::from_str(&room.read(&["runs", "show", "aa1", "--json"]).out).unwrap();
    assert_eq!((&json["run"]["id"], json["steps"].as_array().map(Vec::len)), (&"aa1".into(), Some(3)));
}

#[test]
fn recorded_events_are_those_that_the_run_wrote() {
    let room = Room::new();
    let live = room.run(&["run", "stream_tokens", "--count", "3", "--run-id", "r", "--events", "json"]).err;
    let parse = |text: &str| text.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>();
    let recorded = parse(&room.read(&["runs", "events", "r", "--json"]).out);
    for (live, mut recorded) in parse(&live).into_iter().zip(recorded) {
        // A recorded time has milliseconds, and the record of a run has its output elsewhere.
        let mut live = live;
        for event in [&mut live, &mut recorded] {
            event.as_object_mut().unwrap().remove("ts");
            event["data"].as_object_mut().map(|data| data.remove("result"));
        }
        assert_eq!(live, recorded);
    }
}

#[test]
fn reading_changes_nothing_and_starts_no_git() {
    let room = room();
    let bytes = || std::fs::read(room.path("runs.db")).unwrap();
    let before = bytes();
    std::fs::create_dir(room.path("bin")).unwrap();
    let git = room.path("bin/git");
    std::fs::write(&git, format!("#!/bin/sh\ntouch {}\n", room.path("git-ran").display())).unwrap();
    std::fs::set_permissions(&git, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", room.path("bin").display(), std::env::var("PATH").unwrap());
    for arguments in
        [&["runs"][..], &["runs", "show", "aa1"], &["runs", "timeline", "aa1"], &["runs", "events", "aa1"], &["--help"]]
    {
        for mut command in [room.app(arguments), room.rnbl(&[arguments, &["--log", "runs.db"]].concat())] {
            command.env("PATH", &path).env("RUNNABLE_RUN_LOG__CODE_IDENTITY", "true");
            assert_eq!(done(command).code, Some(0), "{arguments:?}");
        }
    }
    assert!(bytes() == before && !room.path("git-ran").exists());
    let mut run = room.app(&["run", "greet", "--name", "x"]);
    run.env("PATH", &path).env("RUNNABLE_RUN_LOG__CODE_IDENTITY", "true");
    assert_eq!(done(run).code, Some(0));
    assert!(room.path("git-ran").exists(), "a run starts git");
}

#[test]
fn each_mistake_of_a_reader_has_its_exit_code() {
    let room = room();
    std::fs::write(room.path("text.db"), "not a database, but long enough to look at its first bytes".repeat(40))
        .unwrap();
    for (arguments, code, text) in [
        (&["runs", "--log", "none.db"][..], 3, "none.db"),
        (&["runs", "--log", "text.db"], 3, "text.db"),
        (&["runs"], 2, "no run log is configured"),
        (&["runs", "--log", "memory:"], 2, "`memory:`"),
        (&["runs", "--log", "sqlit:runs.db"], 2, "did you mean `sqlite`?"),
        (&["runs", "show", "zz", "--log", "runs.db"], 4, "no run `zz`"),
        (&["runs", "show", "ab3", "--log", "runs.db"], 4, "did you mean `ab2`?"),
        (&["runs", "show", "a", "--log", "runs.db"], 2, "several ids: `ab2`, `aa1`"),
        (&["runs", "show", "@lst", "--log", "runs.db"], 2, "did you mean `@last`?"),
        (&["runs", "show", "", "--log", "runs.db"], 2, "is empty"),
        (&["runs", "--status", "faild", "--log", "runs.db"], 2, "failed"),
        (&["runs", "--since", "soon", "--log", "runs.db"], 2, "--since: expected a time"),
        (&["runs", "--limit", "0", "--log", "runs.db"], 2, "--limit"),
        (&["runs", "prune", "--older-than", "1d", "--log", "runs.db"], 2, "--yes"),
        (&["runs", "prune", "--older-than", "x", "--yes", "--log", "runs.db"], 2, "--older-than"),
        (&["run", "greet"], 2, "run"),
    ] {
        let done = done(room.rnbl(arguments));
        assert_eq!(done.code, Some(code), "{arguments:?}: {}", done.err);
        assert!(done.err.contains(text), "{arguments:?}: {}", done.err);
        assert_eq!(done.out, "", "{arguments:?}");
    }
    let empty = Room::new();
    empty.run(&["run", "greet", "--name", "x"]);
    assert_eq!(empty.read(&["runs", "show", "@failed"]).code, Some(4));
    assert_eq!(empty.read(&["runs", "--status", "failed"]).out, "no runs\n");
}

#[tokio::test]
async fn a_newer_schema_is_an_error_of_the_store() {
    let room = room();
    let options = || sqlx::sqlite::SqliteConnectOptions::new().filename(room.path("runs.db"));
    let execute = async |sql: &'static str| {
        use sqlx::{ConnectOptions, Connection};
        let mut connection = options().connect().await.unwrap();
        sqlx::query(sql).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    };
    execute("UPDATE _sqlx_migrations SET version = 9999 WHERE version = (SELECT max(version) FROM _sqlx_migrations)")
        .await;
    let newer = room.read(&["runs"]);
    assert_eq!(newer.code, Some(3), "{}", newer.err);
    assert!(newer.err.contains("another version"), "{}", newer.err);
}

#[tokio::test]
async fn a_log_that_another_process_keeps_for_itself_is_an_error_of_the_store() {
    use sqlx::{ConnectOptions, Connection};
    let room = room();
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(room.path("runs.db"));
    let mut connection = options.pragma("locking_mode", "EXCLUSIVE").connect().await.unwrap();
    sqlx::query("BEGIN EXCLUSIVE").execute(&mut connection).await.unwrap();
    let locked = room.read(&["runs"]);
    assert_eq!((locked.code, &*locked.out), (Some(3), ""), "{}", locked.err);
    assert!(locked.err.contains("runs.db") && locked.err.contains("locked"), "{}", locked.err);
    connection.close().await.unwrap();
    assert_eq!(room.read(&["runs"]).code, Some(0));
}

#[test]
fn old_runs_are_deleted_for_ever() {
    let room = room();
    std::thread::sleep(Duration::from_millis(5));
    let pruned = room.read(&["runs", "prune", "--older-than", "1ms", "--yes"]);
    assert_eq!(pruned.code, Some(0), "{}", pruned.err);
    assert!(pruned.out.contains("aa1\n") && pruned.err.contains("2 runs were deleted"), "{pruned:?}");
    assert!(ids(&room, &[]).is_empty());
}

#[test]
fn events_of_a_run_are_followed_to_its_end() {
    let room = Room::new();
    let mut run = room.app(&["run", "hang", "--file", "started", "--run-id", "r"]);
    let mut run = run.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    until_exists(&room.path("started"));
    let mut follower = room.rnbl(&["runs", "events", "r", "-f", "--log", "runs.db"]);
    let mut follower = follower.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(follower.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.contains("wait  step.started")));
    signal(run.id(), "-INT");
    assert!(lines.any(|line| line.contains("run.finished") && line.contains("cancelled")));
    assert_eq!((run.wait().unwrap().code(), follower.wait().unwrap().code()), (Some(130), Some(0)));
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let room = Room::new();
    room.run(&["run", "stream_tokens", "--count", "20000", "--run-id", "r"]);
    let mut command = room.rnbl(&["runs", "events", "r", "--log", "runs.db"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), &*output.stderr), (Some(0), &b""[..]));
}

#[test]
fn a_file_names_the_run_log_for_both_programs() {
    let room = room();
    std::fs::write(room.path("runnable.toml"), "[run-log]\nurl = \"sqlite:runs.db\"\n").unwrap();
    for program in [room.app(&["runs"]), room.rnbl(&["runs"])] {
        let done = done(program);
        assert_eq!((done.code, done.out.lines().count()), (Some(0), 3), "{}", done.err);
    }
}

#[test]
fn a_log_of_an_earlier_version_is_read() {
    let logs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../runnable-store/tests/logs");
    let room = Room::new();
    let mut read = 0;
    for entry in std::fs::read_dir(logs).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_none_or(|extension| extension != "db") {
            continue;
        }
        std::fs::copy(&file, room.path("runs.db")).unwrap();
        for arguments in
            [&["runs"][..], &["runs", "show", "@last"], &["runs", "timeline", "@last"], &["runs", "events", "@last"]]
        {
            let done = room.read(arguments);
            assert_eq!(done.code, Some(0), "{}: {arguments:?}: {}", file.display(), done.err);
            assert!(done.out.lines().count() > 1, "{arguments:?}");
        }
        read += 1;
    }
    assert!(read > 0, "{logs} has no log");
}
