//! The page for runs: its files, and the page in Chromium, through `tests/clients/ui.js`.

use super::{
    Server,
    client::Blocks,
    clients::{client, say},
    process::Process,
    runs::stored,
};
use axum::Router;
use runnable::runner::Runner;
use runnable_http::service;
use runnable_store::{NewRun, RunStatus, Write, Writes};
use serde_json::{Value, json};
use std::{
    process::Stdio,
    sync::atomic::Ordering,
    time::{Duration, Instant, SystemTime},
};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout},
};

const WORDS: &str =
    r#"{"words":["a ","b ","<img src=x onerror=window.evil=1> ","d ","e ","f "],"tone":"loud","pause_ms":250}"#;
const SHORT: &str = r#"{"words":["a","b"],"tone":"loud","pause_ms":0}"#;

/// Runs a scenario to its end. Returns its lines without the last, which has the errors of the page. `None` without Chromium.
async fn scenario(server: &Server, words: &[&str]) -> Option<Vec<Value>> {
    let mut client = client("ui.js", &format!("http://{}/", server.address))?;
    client.args(words);
    let mut said = say(client).await;
    assert_eq!(said.pop(), Some(json!({ "errors": [] })), "{said:?}");
    Some(said)
}

/// A scenario in which the test takes part.
struct Dialogue {
    lines: Lines<BufReader<ChildStdout>>,
    input: ChildStdin,
    _child: Child,
}

impl Dialogue {
    fn begin(url: &str, words: &[&str]) -> Option<Self> {
        let mut client = client("ui.js", url)?;
        client.args(words);
        client.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = client.spawn().expect("node runs");
        let (input, output) = (child.stdin.take().expect("its input"), child.stdout.take().expect("its output"));
        Some(Self { lines: BufReader::new(output).lines(), input, _child: child })
    }

    async fn next(&mut self) -> Value {
        let line = tokio::time::timeout(Duration::from_mins(1), self.lines.next_line()).await.expect("in time");
        serde_json::from_str(&line.expect("text").expect("a line")).expect("JSON")
    }

    async fn answer(&mut self) {
        self.input.write_all(b"done\n").await.expect("it listens");
    }
}

async fn finished(server: &Server, pipeline: &str, body: &str, status: &str) -> String {
    let run = server.begin(pipeline, body).await;
    server.until(&run, status).await;
    run
}

/// Records runs that have ended, one each second until now.
async fn seeded(runner: &Runner, runs: usize) {
    let log = runner.log().expect("a run log");
    log.renew_lease("test", Duration::from_hours(1)).await.expect("a lease");
    let now = SystemTime::now();
    for numbers in (0..runs).collect::<Vec<_>>().chunks(500) {
        let mut ends = vec![];
        for number in numbers {
            let id = format!("run-{number:05}");
            let [definition, input] = ["{}", "{}"].map(|text| runnable_store::json(text).expect("JSON"));
            let mut run = NewRun::new(&id, "narrate", "hash", definition, input);
            run.started = now - Duration::from_secs((runs - number) as u64);
            log.create(&run, "test").await.expect("it is created");
            let end = Write::RunEnded { at: run.started, status: RunStatus::Succeeded, output: None, error: None };
            ends.push(Writes::new(id, vec![end]));
        }
        log.append(&ends).await.expect("they end");
    }
}

#[tokio::test]
async fn the_files_of_the_page_need_no_token_and_are_cached_by_their_tags() {
    let server = Server::with(|service| service.token("anna", "anna-secret")).await;
    for (file, media_type) in [("", "text/html"), ("page.css", "text/css"), ("page.mjs", "text/javascript")] {
        let answer = server.get(&format!("/ui/{file}")).await;
        assert_eq!(answer.status, 200, "{file}");
        assert!(answer.headers["content-type"].starts_with(media_type), "{file}");
        assert!(answer.headers["content-security-policy"].starts_with("default-src 'none'; "), "{file}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        let tag = answer.headers["etag"].clone();
        for (known, status) in [(&*tag, 304), (&format!("\"x\", W/{tag}"), 304), ("\"x\"", 200)] {
            let again = server.ask(&format!("GET /ui/{file}"), &[("if-none-match", known)], "").await;
            assert_eq!((again.status, &again.headers["etag"]), (status, &tag), "{file} {known}");
        }
    }
    assert_eq!(server.get("/ui/vendor").await.status, 404);
    assert_eq!(server.get("/ui").await.headers["location"], "ui/");
}

#[tokio::test]
async fn the_list_of_pipelines_names_the_steps_whose_effect_happens_once() {
    let server = Server::start().await;
    let pipelines = server.get("/pipelines").await.json();
    let once = |name: &str| {
        let all = pipelines["pipelines"].as_array().expect("pipelines");
        all.iter().find(|pipeline| pipeline["name"] == name).expect("it is served")["once"].clone()
    };
    assert_eq!((once("order"), once("narrate")), (json!(["charge"]), json!([])));
}

#[tokio::test]
async fn a_live_run_lights_up_and_its_tokens_are_text() {
    let server = Server::start().await;
    let Some(said) = scenario(&server, &["live", WORDS]).await else { return };
    let seen = &said[0];
    assert_eq!((&seen["badge"], &seen["voice"]), (&json!("✓ succeeded"), &json!("task succeeded")), "{seen}");
    for class in ["task running", "task succeeded"] {
        assert!(seen["seen"].as_array().is_some_and(|all| all.contains(&json!(class))), "{seen}");
    }
    assert!(seen["ticks"].as_u64() > Some(1), "{seen}");
    assert_eq!(seen["text"], "a b <img src=x onerror=window.evil=1> d e f ", "{seen}");
    assert_eq!((&seen["images"], &seen["evil"], &seen["foreign"]), (&json!(0), &Value::Null, &json!([])), "{seen}");
    assert_eq!(seen["rows"], json!(["speak", "voice"]));
    assert!(seen["files"].as_u64() <= Some(4) && seen["size"].as_u64() <= Some(40 * 1024), "{seen}");
}

#[tokio::test]
async fn every_state_of_the_page_has_an_address() {
    let server = Server::start().await;
    let run = finished(&server, "narrate", SHORT, "succeeded").await;
    let Some(said) = scenario(&server, &["link", &run]).await else { return };
    assert_eq!(said[0]["there"], format!("?run={run}&step=speak"));
    assert!(
        said[0]["details"].as_str().is_some_and(|text| text.contains("A B") && text.contains("in · tone")),
        "{said:?}"
    );
}

#[tokio::test]
async fn a_lost_connection_is_shown_within_two_seconds_and_no_token_is_lost_or_doubled() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = format!("sqlite:{}", folder.path().join("runs.db").display());
    let server = Process::start(&log);
    let address = server.address;
    let Some(mut page) = Dialogue::begin(&format!("http://{address}/"), &["killed", WORDS]) else { return };
    let seen = page.next().await;
    assert_eq!(seen["line"], "live", "{seen}");
    let run = seen["run"].as_str().expect("a run");
    // `kill -9`
    drop(server);
    let killed = Instant::now();
    let lost = page.next().await;
    assert!(killed.elapsed() < Duration::from_secs(2), "{:?}", killed.elapsed());
    assert!(lost["lost"].as_str().is_some_and(|text| text.contains("times stand still")), "{lost}");
    assert_eq!(page.next().await, json!({ "still": true }));
    let server = Process::resuming_at(&log, address);
    page.answer().await;
    let end = page.next().await;
    assert_eq!(page.next().await, json!({ "errors": [] }));
    let whole = server.ask(&format!("GET /runs/{run}/events"), &[], "").await;
    let mut text = String::new();
    let blocks = Blocks::of(&whole.body);
    for event in blocks.iter().map(super::client::Block::json) {
        match event["type"].as_str() {
            Some("step.reset") => text.clear(),
            Some("chunk") => text.push_str(event["data"]["text"].as_str().expect("text")),
            _ => {}
        }
    }
    assert_eq!(end["text"], text, "{end}");
    assert!(end["gap"][0].as_str().is_some_and(|gap| gap.starts_with("⫽ process died, ")), "{end}");
    assert!(end["events"].as_str().is_some_and(|line| line.ends_with(&format!("{} events", blocks.len()))), "{end}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_server_that_hangs_counts_as_a_lost_connection() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Process::start(&format!("sqlite:{}", folder.path().join("runs.db").display()));
    let signal = |name: &str| {
        let sent = std::process::Command::new("kill").args([&format!("-{name}"), &server.process()]).status();
        assert!(sent.expect("it runs").success());
    };
    let url = format!("http://{}/", server.address);
    let Some(mut page) = Dialogue::begin(&url, &["frozen", "{}"]) else { return };
    page.next().await;
    signal("STOP");
    let stopped = Instant::now();
    assert_eq!(page.next().await, json!({ "lost": true }));
    // Two seconds, and the time of a loaded machine.
    assert!(stopped.elapsed() < Duration::from_secs(3), "{:?}", stopped.elapsed());
    signal("CONT");
    page.answer().await;
    assert_eq!(page.next().await["badge"], "● running");
    assert_eq!(page.next().await, json!({ "errors": [] }));
}

#[tokio::test]
async fn the_first_part_of_a_large_value_is_shown_and_the_whole_is_saved() {
    let server = Server::start().await;
    let run = finished(&server, "swell", r#"{"bytes":300000}"#, "succeeded").await;
    let Some(said) = scenario(&server, &["large", &run]).await else { return };
    let whole = json!({ "text": "x".repeat(300_000) }).to_string();
    assert_eq!(said[0], json!({ "shown": 64 * 1024 + 1, "saved": whole.len() }));
}

#[tokio::test]
async fn the_files_of_a_step_are_listed() {
    let server = Server::start().await;
    stored(&server.runner, "stored").await;
    let Some(said) = scenario(&server, &["files", "stored"]).await else { return };
    let files = ["put out/a.csv 2.0 KiB, application/octet-stream", "put out/b.csv 2.0 KiB, application/octet-stream"];
    assert_eq!(said[0], json!({ "files": files, "voice": ["put notes.txt 2.0 KiB, application/octet-stream"] }));
}

#[tokio::test]
async fn runs_are_found_opened_forked_and_cancelled_with_the_keyboard() {
    let server = Server::start().await;
    server.begin("wait", "{}").await;
    let run = finished(&server, "narrate", SHORT, "succeeded").await;
    let Some(said) = scenario(&server, &["keyboard", &run]).await else { return };
    assert_eq!((&said[0]["opened"], &said[0]["parent"]), (&json!(run), &json!(format!("?run={run}"))));
    assert!(said[0]["help"].as_str().is_some_and(|text| text.contains("fold or unfold")), "{said:?}");
}

#[tokio::test]
async fn a_fork_names_the_steps_whose_effect_would_happen_again_and_a_resume_asks_first() {
    let server = Server::start().await;
    let order = finished(&server, "order", r#"{"count":2,"amount":7}"#, "succeeded").await;
    let failed = finished(&server, "fail", r#"{"message":"no"}"#, "failed").await;
    let Some(said) = scenario(&server, &["changes", &order, &failed]).await else { return };
    let seen = &said[0];
    assert!(seen["warning"].as_str().is_some_and(|text| text.ends_with("charge")), "{seen}");
    assert!(seen["problem"].as_str().is_some_and(|text| text.contains("no step of the run has this path")), "{seen}");
    assert!(seen["gap"].as_str().is_some_and(|gap| gap.starts_with("⫽ failed, ")), "{seen}");
    assert_eq!((&seen["gone"], &seen["attempts"]), (&json!(0), &json!(2)), "{seen}");
}

#[tokio::test]
async fn two_tabs_show_the_same_run_whichever_of_them_changes_it() {
    let server = Server::start().await;
    let Some(said) = scenario(&server, &["tabs", "{}"]).await else { return };
    assert_eq!(said[0]["badges"], json!(["running", "cancelled", "running", "cancelled"]));
    assert_eq!(said[0]["gaps"], json!([1, 1]), "{said:?}");
}

#[tokio::test]
async fn a_run_is_found_by_the_words_of_its_error() {
    let server = Server::start().await;
    finished(&server, "narrate", SHORT, "succeeded").await;
    finished(&server, "fail", r#"{"message":"no"}"#, "failed").await;
    let failed = finished(&server, "fail", r#"{"message":"The moon is closed"}"#, "failed").await;
    let Some(said) = scenario(&server, &["search", "MOON closed"]).await else { return };
    assert_eq!(said[0]["all"], json!(3), "{said:?}");
    let found = said[0]["found"].as_str().expect("a row");
    assert!(found.contains("The moon is closed"), "{found}");
    assert!(
        failed.starts_with(found.split_whitespace().find(|word| failed.starts_with(word)).expect("an id")),
        "{found}"
    );
}

#[tokio::test]
async fn a_run_whose_events_have_expired_is_shown_by_the_records_of_its_steps() {
    let (server, forgotten) = super::expired::server().await;
    let run = finished(&server, "narrate", SHORT, "succeeded").await;
    forgotten.store(4, Ordering::Relaxed);
    let Some(said) = scenario(&server, &["expired", &run]).await else { return };
    assert_eq!(said[0], json!({ "rows": ["speak", "voice"], "voice": "task succeeded" }));
}

#[tokio::test]
async fn axe_finds_nothing_in_any_view() {
    let server = Server::start().await;
    let run = finished(&server, "narrate", SHORT, "succeeded").await;
    let failed = finished(&server, "fail", r#"{"message":"no"}"#, "failed").await;
    let Some(said) = scenario(&server, &["axe", &run, &failed]).await else { return };
    assert_eq!(said[0]["found"], json!([]));
}

#[tokio::test]
async fn a_run_of_10_000_steps_is_usable_at_once() {
    const STEPS: u64 = 10_000;
    let server = Server::start().await;
    let run = finished(&server, "many", &json!({ "count": STEPS }).to_string(), "succeeded").await;
    let Some(said) = scenario(&server, &["many", &run, &STEPS.to_string()]).await else { return };
    let seen = &said[0];
    println!("{seen}");
    assert!(seen["nodes"].as_u64() <= Some(1500), "{seen}");
    assert_eq!((&seen["folded"], &seen["found"]), (&json!(2), &json!(2)), "{seen}");
    // 500 ms on a machine with nothing else to do: the tests run beside each other.
    assert!(seen["first"].as_u64() <= Some(2000), "{seen}");
}

#[tokio::test]
async fn a_list_of_10_000_runs_loads_as_it_is_scrolled() {
    const RUNS: usize = 10_000;
    let server = Server::start().await;
    seeded(&server.runner, RUNS).await;
    let Some(said) = scenario(&server, &["runs", "10,000"]).await else { return };
    let seen = &said[0];
    assert_eq!((&seen["loaded"], &seen["chip"]), (&json!("10,000 loaded"), &json!("✓\nsucceeded\n10,000")), "{seen}");
    assert!(seen["nodes"].as_u64() <= Some(1500), "{seen}");
}

#[tokio::test]
async fn the_page_asks_for_a_token_and_again_when_it_has_expired() {
    let with = |anna: &'static str| {
        move |service: runnable_http::Service| {
            super::tasks::served(service).token("anna", anna).token("ben", "ben-secret").drain(Duration::ZERO)
        }
    };
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    let server = Server::only(runner, with("anna-secret")).await;
    let begin = async |token: &str| {
        let headers = [("authorization", token), ("prefer", "respond-async")];
        let answer = server.ask("POST /pipelines/local", &headers, r#"{"text":"a"}"#).await;
        answer.json()["id"].as_str().expect("an id").to_owned()
    };
    begin("Bearer anna-secret").await;
    let foreign = begin("Bearer ben-secret").await;
    let address = server.address;
    let Some(mut page) = Dialogue::begin(&format!("http://{address}/"), &["token", &foreign]) else { return };
    let seen = page.next().await;
    assert_eq!((&seen["found"], &seen["shown"]), (&json!([]), &json!(1)), "{seen}");
    assert_eq!(seen["asked"], "This service asks for a token.");
    server.stop().await;
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    let _server = Server::at(address, runner, with("anna-new")).await;
    page.answer().await;
    assert_eq!(page.next().await, json!({ "again": "Runs" }));
    assert_eq!(page.next().await, json!({ "errors": [] }));
}

/// `RUNNABLE_LANES` is the number of seconds; from five minutes, the heap has to stay as it is, and the tokens have to be in time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_lanes_show_a_thousand_tokens_a_second() {
    let seconds = std::env::var("RUNNABLE_LANES").map_or(5, |seconds| seconds.parse().expect("a number of seconds"));
    let server = Server::with(|service| service.pipeline::<super::tasks::Clocks>()).await;
    let words = ["lanes", r#"{"lanes":50}"#, &seconds.to_string()];
    let Some(said) = scenario(&server, &words).await else { return };
    let [tokens, p95] = ["tokens", "p95"].map(|name| said[0][name].as_u64().expect("a number"));
    let heaps: Vec<_> = said[0]["heaps"].as_array().expect("heaps").iter().filter_map(Value::as_f64).collect();
    println!("{seconds} s: {tokens} times of 50 lanes shown, 95 % within {p95} ms, heaps of {heaps:?} bytes");
    // A frame may show several tokens of a lane, of which the last counts.
    assert!(tokens >= 100 * seconds, "{said:?}");
    // Other tests may have the processors.
    assert!(p95 <= if seconds < 300 { 1000 } else { 100 }, "{said:?}");
    assert!(seconds < 300 || heaps[9] <= 1.2 * heaps[4], "{said:?}");
}

/// The pictures of the documentation. With `UPDATE_DOCS=1`, they are made anew.
#[tokio::test]
async fn pictures_of_the_page_are_made_by_this_test() {
    let server = Server::with(|service| service.pipeline::<super::tasks::Greet>()).await;
    finished(&server, "narrate", SHORT, "succeeded").await;
    finished(&server, "many", r#"{"count":40}"#, "succeeded").await;
    finished(&server, "fail", r#"{"message":"the model does not answer"}"#, "failed").await;
    let folder = tempfile::tempdir().expect("a folder");
    let body = r#"{"languages":["de","es","fr","en"],"pause_ms":400}"#;
    let words = ["pictures", folder.path().to_str().expect("text"), body];
    let Some(said) = scenario(&server, &words).await else { return };
    assert!(said[0]["badge"].as_str().is_some_and(|text| text.contains("running")), "{said:?}");
    let committed = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/pictures");
    for name in ["page-light.png", "page-dark.png", "page-runs.png"] {
        let picture = std::fs::read(folder.path().join(name)).expect("it was made");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(committed.join(name), &picture).expect("it can be written");
        }
        // The bytes depend on the browser and its fonts, the size does not.
        let size = |picture: &[u8]| picture[16..24].to_vec();
        let committed = std::fs::read(committed.join(name)).expect("run this test with `UPDATE_DOCS=1`");
        assert_eq!(size(&picture), size(&committed), "{name}: run this test with `UPDATE_DOCS=1`");
    }
}

#[tokio::test]
async fn the_page_starts_a_run_from_a_form_also_in_a_nested_router() {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    let router = Router::new().nest("/api", super::tasks::served(service(runner)).into());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let _serving = tokio::spawn(async move { axum::serve(listener, router).await });
    let Some(client) = client("ui.js nested", &format!("http://{address}/api/")) else { return };
    let said = say(client).await;
    assert_eq!((&said[0]["badge"], &said[0]["path"]), (&json!("✓ succeeded"), &json!("/api/ui/")), "{said:?}");
}
