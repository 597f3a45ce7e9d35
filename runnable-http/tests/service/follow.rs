use super::{
    Server,
    client::{Block, Blocks},
};
use std::time::Duration;

const SLOWLY: &str = r#"{"words":["a","b","c","d","e","f"],"tone":"loud","pause_ms":15}"#;

/// Reads the events of a run, and closes the connection after every `each` events.
async fn read_with_cuts(server: &Server, run: &str, each: usize) -> (Vec<Block>, u32) {
    let (mut blocks, mut cuts): (Vec<Block>, u32) = (vec![], 0);
    loop {
        let mut client = server.client().await;
        let last = blocks.last().map(|block| block.id.clone()).unwrap_or_default();
        client.send(&format!("GET /runs/{run}/events"), &[("last-event-id", &last)], "").await;
        let (status, _) = client.head().await;
        if status == 204 {
            return (blocks, cuts);
        }
        assert_eq!(status, 200);
        let (mut parser, mut read) = (Blocks::default(), 0);
        while let Some(chunk) = client.chunk().await.expect("it is not cut by the server") {
            let new = parser.add(&chunk);
            let room = each - read;
            read += new.len().min(room);
            blocks.extend(new.into_iter().take(room));
            if read == each {
                break;
            }
        }
        cuts += 1;
    }
}

#[tokio::test]
async fn a_connection_that_is_cut_after_every_event_loses_none() {
    let server = Server::start().await;
    for each in [1, 2, 3, 5, 8, 100] {
        let run = server.begin("narrate", SLOWLY).await;
        let (blocks, cuts) = read_with_cuts(&server, &run, each).await;
        let whole = Blocks::of(&server.get(&format!("/runs/{run}/events")).await.body);
        assert_eq!(blocks, whole, "cut after every {each}");
        assert!(usize::try_from(cuts).expect("few") >= whole.len() / each, "{cuts}");
        let words: String =
            blocks.iter().filter_map(|block| Some(block.json()["data"]["text"].as_str()?.to_owned())).take(6).collect();
        assert_eq!(words, "abcdef");
    }
}

#[tokio::test]
async fn a_reader_starts_after_the_event_that_it_names() {
    let server = Server::start().await;
    let run = server.begin("narrate", SLOWLY).await;
    server.until(&run, "succeeded").await;
    let path = format!("/runs/{run}/events");
    let whole = Blocks::of(&server.get(&path).await.body);
    for after in 0..whole.len() {
        assert_eq!(Blocks::of(&server.get(&format!("{path}?after={after}")).await.body), whole[after..]);
        let id = format!("{run}:{after}");
        let answer = server.ask(&format!("GET {path}?after=99"), &[("last-event-id", &id)], "").await;
        assert_eq!(Blocks::of(&answer.body), whole[after..], "the header goes before the query");
    }
    let last = whole.len();
    let answer = server.get(&format!("{path}?after={last}")).await;
    assert_eq!((answer.status, answer.body.as_str()), (204, ""));
    assert_eq!(server.get(&format!("{path}?after={}", last + 1)).await.problem(422), "invalid-request");
    for bad in ["x", "-1", "1.5", "99999999999999999999"] {
        assert_eq!(server.get(&format!("{path}?after={bad}")).await.problem(400), "invalid-query");
    }
    let other = server.begin("narrate", SLOWLY).await;
    let answer = server.ask(&format!("GET {path}"), &[("last-event-id", &format!("{other}:1"))], "").await;
    assert_eq!(answer.problem(422), "invalid-request");
}

#[tokio::test]
async fn all_readers_get_the_same_bytes_whenever_they_connect() {
    let server = Server::start().await;
    let run = server.begin("narrate", SLOWLY).await;
    let path = format!("/runs/{run}/events");
    let late = async |ms| {
        tokio::time::sleep(Duration::from_millis(ms)).await;
        server.get(&path).await.body
    };
    let (a, b, c, d) = tokio::join!(late(0), late(30), late(60), late(400));
    assert!(a.contains("run.finished"), "{a}");
    assert!(a == b && b == c && c == d);
}

#[tokio::test]
async fn an_empty_line_keeps_an_idle_connection_alive() {
    let server = Server::with(|service| service.keep_alive(Duration::from_millis(50))).await;
    let body = r#"{"words":["a"],"tone":"calm","pause_ms":400}"#;
    for query in ["", "?flat=1"] {
        let lines = [("accept", "application/x-ndjson")];
        let answer = server.ask(&format!("POST /pipelines/narrate{query}"), &lines, body).await;
        assert!(answer.body.contains("\n\n\n") || answer.body.starts_with("\n\n"), "{}", answer.body);
        let events = answer.body.lines().filter(|line| !line.is_empty());
        let events: Vec<serde_json::Value> = events.map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert!(events.len() > 1, "{events:?}");
    }
}

#[tokio::test]
async fn a_comment_keeps_an_idle_connection_alive() {
    let server = Server::with(|service| service.keep_alive(Duration::from_millis(50))).await;
    let answer = server.post("/pipelines/narrate", r#"{"words":["a"],"tone":"calm","pause_ms":400}"#).await;
    let beats = answer.body.matches("\n\n: hb\n").count();
    assert_eq!(beats, 1, "{}", answer.body);
    assert!(answer.body.contains(": hb\n: hb\n") && !answer.body.contains(": hb\n\n"), "{}", answer.body);
    assert!(Blocks::of(&answer.body).len() > 5);
}
