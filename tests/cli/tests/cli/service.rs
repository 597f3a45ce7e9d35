//! Reading and changing runs through a service.

use super::{
    runs::room,
    support::{Done, Room, done, signal, until, until_exists},
};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    process::{Child, Stdio},
};

/// Starts a run in another process, whose owner looks for requests every 300 ms.
fn hanging(room: &Room) -> Child {
    let mut command = room.app(&["run", "hang", "--file", "started", "--run-id", "r"]);
    command.env("RUNNABLE_RUN_LOG__LEASE", "1s").stdout(Stdio::null()).stderr(Stdio::null());
    let child = command.spawn().unwrap();
    until_exists(&room.path("started"));
    child
}

/// Returns an address at which a server sends this text to everybody.
fn answering(text: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(text.as_bytes());
        }
    });
    format!("http://{address}")
}

#[test]
fn a_service_shows_what_its_run_log_shows() {
    let room = room();
    let service = room.serve(&[]);
    for arguments in [
        &["runs", "show", "aa1"][..],
        &["runs", "show", "@failed"],
        &["runs", "timeline", "aa"],
        &["runs", "diff", "aa1", "ab2"],
        &["runs", "events", "aa1"],
        &["runs", "events", "aa1", "--json"],
        &["runs", "events", "aa1", "--after", "3"],
        &["runs", "events", "aa1", "--after", "999"],
        &["runs", "events", "ab2", "--follow"],
    ] {
        let (of_log, of_service) = (room.read(arguments), room.ask(&service, arguments));
        assert_eq!(of_service.code, Some(0), "{arguments:?}: {}", of_service.err);
        assert_eq!(of_service.out, of_log.out, "{arguments:?}");
    }
    for (arguments, texts) in [
        (&["graph", "aa1"][..], &["generate", "languages"][..]),
        (&["graph", "aa1", "--format", "svg"], &["<svg", "generate"]),
        (&["runs", "timeline", "aa1", "--format", "html"], &["</script></body></html>", "translate_all"]),
    ] {
        let done = room.ask(&service, arguments);
        assert_eq!(done.code, Some(0), "{arguments:?}: {}", done.err);
        assert!(texts.iter().all(|text| done.out.contains(text)), "{arguments:?}: {}", done.out);
    }
}

#[test]
fn runs_of_a_service_are_listed_and_filtered() {
    let room = room();
    let service = room.serve(&[]);
    for (arguments, expected) in [
        (&[][..], &["ab2", "aa1"][..]),
        (&["--status", "failed,interrupted"], &["ab2"]),
        (&["--status", "cancelled"], &[]),
        (&["--pipeline", "translate_all"], &["aa1"]),
        (&["--since", "1h"], &["ab2", "aa1"]),
        (&["--since", "9999-01-01"], &[]),
        (&["--until", "1h ago"], &[]),
        (&["--limit", "1"], &["ab2"]),
        (&["--limit", "1000"], &["ab2", "aa1"]),
        (&["--tag", "nightly"], &["ab2"]),
        (&["--tag", "night"], &[]),
    ] {
        let listed = room.ask(&service, &[&["runs", "--json"], arguments].concat());
        assert_eq!(listed.code, Some(0), "{arguments:?}: {}", listed.err);
        let runs: Vec<Value> = serde_json::from_str(&listed.out).unwrap();
        let ids: Vec<_> = runs.iter().map(|run| run["id"].as_str().unwrap()).collect();
        assert_eq!(ids, expected, "{arguments:?}");
    }
    let list = room.ask(&service, &["runs"]).out;
    let line = list.lines().nth(1).unwrap();
    assert!(line.contains("ab2  read_file      ✗ failed"), "{list}");
    assert!(line.contains("1/2    read: no file\\u{1b}[31m none"), "{list}");
    for arguments in [
        &["--url", &service.url, "runs"][..],
        &["--url", &service.url, "--token", "x", "runs"],
        &["--token", "x", "runs", "--url", &service.url],
    ] {
        let before = done(room.rnbl(arguments));
        assert_eq!((before.code, &before.out), (Some(0), &list), "{arguments:?}: {}", before.err);
    }
    for command in
        [room.rnbl(&["--url", &service.url, "graph", "aa1"]), room.rnbl(&["--log", "runs.db", "graph", "aa1"])]
    {
        let graph = done(command);
        assert!(graph.code == Some(0) && graph.out.contains("generate"), "{}", graph.err);
    }
    let printed = format!("{}/runs", service.url);
    let shown = done(room.rnbl(&["runs", "show", "aa1", "--url", &printed]));
    assert_eq!(shown.code, Some(0), "the address that `serve` prints does, too: {}", shown.err);
}

#[test]
fn events_of_a_service_are_followed_to_the_end_of_the_run() {
    let room = Room::new();
    let service = room.serve(&[]);
    let mut run = hanging(&room);
    let mut follower = room.rnbl(&["runs", "events", "r", "-f", "--url", &service.url]);
    let mut follower = follower.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(follower.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.contains("wait  step.started")));
    let recorded = room.ask(&service, &["runs", "events", "r"]);
    assert!(recorded.out.lines().last().unwrap().contains("wait  step.started"), "{recorded:?}");
    signal(run.id(), "-INT");
    assert!(lines.any(|line| line.contains("run.finished") && line.contains("cancelled")));
    assert_eq!((run.wait().unwrap().code(), follower.wait().unwrap().code()), (Some(130), Some(0)));
}

#[test]
fn events_are_followed_across_a_restart_of_the_service() {
    let room = Room::new();
    let first = room.serve(&[]);
    let mut run = hanging(&room);
    let address = first.url.trim_start_matches("http://").to_owned();
    let mut follower = room.rnbl(&["runs", "events", "r", "-f", "--json", "--url", &first.url]);
    let mut follower = follower.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(follower.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut read = Vec::new();
    while !read.last().is_some_and(|line: &String| line.contains(r#""path":["wait"]"#)) {
        read.push(lines.next().unwrap());
    }
    drop(first);
    let mut errors = BufReader::new(follower.stderr.take().unwrap());
    let mut note = String::new();
    errors.read_line(&mut note).unwrap();
    assert!(note.contains("the connection to the service was lost"), "{note}");
    let _second = room.serve_at(&address, &[]);
    signal(run.id(), "-INT");
    read.extend(lines);
    let seqs: Vec<u64> =
        read.iter().map(|line| serde_json::from_str::<Value>(line).unwrap()["seq"].as_u64().unwrap()).collect();
    assert_eq!(seqs, (1..=seqs.len() as u64).collect::<Vec<_>>());
    assert!(read.last().unwrap().contains("run.finished"), "{read:?}");
    assert_eq!((run.wait().unwrap().code(), follower.wait().unwrap().code()), (Some(130), Some(0)));
}

#[test]
fn a_run_of_another_process_is_cancelled() {
    for through_service in [false, true] {
        let room = Room::new();
        let mut run = hanging(&room);
        let service = room.serve(&[]);
        let cancel = |arguments: &[&str]| {
            if through_service { room.ask(&service, arguments) } else { room.read(arguments) }
        };
        let cancelled = cancel(&["runs", "cancel", "r"]);
        assert_eq!((cancelled.code, &*cancelled.err), (Some(0), "run r was cancelled\n"));
        assert_eq!(run.wait().unwrap().code(), Some(130));
        let again = cancel(&["runs", "cancel", "r"]);
        assert!(again.code == Some(5) && again.err.contains("ended"), "{again:?}");
        assert_eq!(cancel(&["runs", "cancel", "none"]).code, Some(4));
    }
}

#[test]
fn a_cancelled_run_that_does_not_end_is_reported() {
    let room = Room::new();
    let mut command = room.app(&["run", "stuck", "--file", "started", "--run-id", "r"]);
    let mut run = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    until_exists(&room.path("started"));
    let cancel = room.read(&["runs", "cancel", "r", "--wait", "0s"]);
    assert_eq!(cancel.code, Some(1), "{}", cancel.err);
    assert!(cancel.err.contains("has not ended within 0s"), "{}", cancel.err);
    run.kill().unwrap();
    run.wait().unwrap();
    assert_eq!(room.read(&["runs", "cancel", "r", "--wait", "x"]).code, Some(2));
}

#[test]
fn a_run_is_resumed_and_forked_through_the_service_that_has_its_code() {
    let room = Room::new();
    room.run(&["run", "read_file", "--file", "f", "--run-id", "r"]);
    let service = room.serve(&[]);
    let failed = room.ask(&service, &["resume", "r"]);
    assert_eq!((failed.code, &*failed.out), (Some(1), ""), "{}", failed.err);
    let resume = format!("resume the run: rnbl resume --url {} r\n", service.url);
    assert!(failed.err.contains("no file") && failed.err.ends_with(&resume), "{}", failed.err);
    std::fs::write(room.path("f"), "abc").unwrap();
    let resumed = room.ask(&service, &["resume", "r", "--events", "text"]);
    assert_eq!((resumed.code, &*resumed.out), (Some(0), "{\"content\":\"abc\",\"length\":4}\n"), "{}", resumed.err);
    assert!(resumed.err.contains("read  step.finished  success"), "{}", resumed.err);
    assert!(!resumed.err.contains("run.started"), "events of the earlier part are not repeated: {}", resumed.err);
    assert_eq!(room.ask(&service, &["resume", "r"]).code, Some(5));
    let forked = room.ask(&service, &["fork", "r", "--at", "measure"]);
    assert_eq!((forked.code, &*forked.out), (Some(0), "{\"content\":\"abc\",\"length\":4}\n"), "{}", forked.err);
    assert!(forked.err.contains("✓ measure"), "{}", forked.err);
    assert_eq!(room.ask(&service, &["fork", "r", "--at", "nothing"]).code, Some(4));
    let named = room.ask(&service, &["fork", "r", "--at", "measure", "--run-id", "s"]);
    assert!(named.code == Some(2) && named.err.contains("--run-id"), "{named:?}");
}

#[test]
fn ctrl_c_leaves_a_run_of_a_service_running() {
    let room = Room::new();
    let mut first = room.app(&["run", "hang", "--file", "first", "--run-id", "r"]);
    let mut first = first.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    until_exists(&room.path("first"));
    signal(first.id(), "-INT");
    first.wait().unwrap();
    let service = room.serve(&[]);
    let mut resume = room.rnbl(&["resume", "r", "--url", &service.url, "--events", "text"]);
    let mut resume = resume.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(resume.stderr.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.contains("wait  step.reset")));
    signal(resume.id(), "-INT");
    assert_eq!(resume.wait().unwrap().code(), Some(130));
    let rest: Vec<_> = lines.collect();
    let expected = format!("run r continues. Cancel: rnbl runs cancel r --url {}", service.url);
    assert_eq!(rest, [expected]);
    until("the run continues", || room.ask(&service, &["runs", "--status", "running"]).out.contains("hang"));
    let cancelled = room.ask(&service, &["runs", "cancel", "r"]);
    assert_eq!(cancelled.code, Some(0), "{}", cancelled.err);
}

#[test]
fn without_its_code_a_run_is_not_resumed() {
    let room = room();
    for arguments in [&["resume", "ab2"][..], &["fork", "aa1", "--at", "languages"]] {
        let done = room.read(arguments);
        assert_eq!(done.code, Some(2), "{}", done.err);
        let pipeline = if arguments[0] == "resume" { "read_file" } else { "translate_all" };
        assert!(done.err.contains(&format!("a run of the pipeline `{pipeline}`")), "{}", done.err);
        assert!(done.err.contains(&format!("`APP {} {}`", arguments[0], arguments[1])), "{}", done.err);
    }
    assert_eq!(room.read(&["resume", "zz"]).code, Some(4));
}

#[test]
fn a_service_with_tokens_requires_a_token() {
    let room = room();
    let service = room.serve(&["--accept-token", "ops=s3cret"]);
    let ask = |arguments: &[&str], token: Option<&str>| -> Done {
        let mut command = room.rnbl(&[arguments, &["--url", &service.url]].concat());
        command.envs(token.map(|token| ("RUNNABLE_TOKEN", token)));
        done(command)
    };
    for (arguments, variable, code, text) in [
        (&["runs"][..], None, 3, "requires a token"),
        (&["runs", "--token", "other"], None, 3, "does not know the token"),
        (&["runs"], Some("other"), 3, "does not know the token"),
        (&["runs", "--token", "a\nb"], None, 2, "the token has characters"),
        (&["runs", "--token", "s3cret"], None, 0, ""),
        (&["runs"], Some("s3cret"), 0, ""),
        (&["runs", "--token", "s3cret"], Some("other"), 0, ""),
    ] {
        let done = ask(arguments, variable);
        assert_eq!(done.code, Some(code), "{arguments:?}: {}", done.err);
        assert!(done.err.contains(text) && !done.err.contains("s3cret"), "{arguments:?}: {}", done.err);
    }
}

#[test]
fn each_mistake_with_a_service_has_its_exit_code() {
    let room = room();
    let service = room.serve(&[]);
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let closed = format!("http://{closed}");
    let page = answering("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 6\r\n\r\n<html>");
    let json = answering("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}");
    let missing = answering("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
    let moved = answering("HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n");
    let ssh = answering("SSH-2.0-OpenSSH_9.2\r\n");
    let url = &*service.url;
    for (arguments, code, text) in [
        (&["runs", "--url", &closed][..], 3, "cannot be reached: Connection refused"),
        (&["runs", "--url", &page], 3, "is not a service of runnable: its answer is not JSON"),
        (&["runs", "--url", &json], 3, "its answer has another form"),
        (&["runs", "--url", &missing], 3, "it answers `404 Not Found`"),
        (&["runs", "--url", &moved], 3, "it redirects to `http://127.0.0.1:1/`"),
        (&["runs", "--url", &ssh], 3, "does not answer as an HTTP server"),
        (&["runs", "--url", "localhost:8000"], 2, "--url: expected the address of a server"),
        (&["runs", "--url", "http://"], 2, "--url: expected"),
        (&["runs", "--url", url, "--log", "runs.db"], 2, "write one of them"),
        (&["runs", "--token", "x"], 2, "write `--url`, too"),
        (&["runs", "prune", "--older-than", "1d", "--yes", "--url", url], 2, "a service deletes no runs"),
        (&["runs", "prune", "--older-than", "1d", "--url", url], 2, "a service deletes no runs"),
        (&["--url", url, "runs", "--url", url], 2, "--url: is given twice"),
        (&["--url", url, "--log", "runs.db", "runs"], 2, "write one of them"),
        (&["--url", url, "runs", "--log", "runs.db"], 2, "write one of them"),
        (&["--url", url, "init", "demo"], 2, "--url: `init` does not take it\nhelp: `runs`, `graph`"),
        (&["--url", &closed, "runs"], 3, "cannot be reached: Connection refused"),
        (&["runs", "show", "zz", "--url", url], 4, "the service has no run `zz`"),
        (&["runs", "show", "ab3", "--url", url], 4, "did you mean `ab2`?"),
        (&["runs", "show", "..", "--url", url], 4, "the service has no run `..`"),
        (&["runs", "show", "a/b?c#d", "--url", url], 4, "no run `a/b?c#d`"),
        (&["runs", "show", "a", "--url", url], 2, "several ids: `ab2`, `aa1`"),
        (&["runs", "events", "aa1", "-f", "--url", &closed], 3, "cannot be reached"),
        (&["resume", "aa1", "--url", url], 5, "succeeded or cannot be resumed"),
        (&["resume", "zz", "--url", url], 4, "no run `zz`"),
    ] {
        let done = done(room.rnbl(arguments));
        assert_eq!(done.code, Some(code), "{arguments:?}: {}", done.err);
        assert!(done.err.contains(text), "{arguments:?}: {}", done.err);
        assert_eq!(done.out, "", "{arguments:?}");
    }
}
