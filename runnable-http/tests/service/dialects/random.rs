//! Random runs in each protocol: cancelled, failed, killed and resumed anywhere.
//!
//! A pipeline over trees stands for a pipeline of any shape: its runs have the events of a pipeline that has the shape of their
//! tree.

use super::{
    ENVELOPES, Say, messages,
    rules::{self, Texts, path_of, void},
    shown,
};
use crate::{Server, invalid::Dice};
use futures_util::future::join_all;
use runnable::{Attempt, prelude::*, runner::Runner, store::RunStatus};
use runnable_http::Service;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::{collections::BTreeMap, time::Duration};
use tokio::time::sleep;

/// The steps of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Tree {
    Say(Line),
    Chain(Vec<Tree>),
    Items(Vec<Tree>),
    Both(Vec<Tree>),
    Race(Vec<Tree>),
    Try(Vec<Tree>),
    Again(Vec<Tree>),
    Limit(Vec<Tree>),
}

/// The events of a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Line {
    pieces: Vec<Piece>,
    /// The number of attempts that fail, and the number of pieces that they send.
    fails: u32,
    after: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) enum Piece {
    Text,
    Thought,
    Empty,
    Call,
    Result,
    Status,
    Source,
    Usage,
    Mood,
    Wait,
    Hang,
}

impl Tree {
    fn of(dice: &mut Dice, depth: usize, hangs: bool) -> Self {
        let some = |dice: &mut Dice, least: usize, most: usize, hangs: bool| -> Vec<Self> {
            let count = least + dice.below(most - least + 1);
            (0..count).map(|_| Self::of(dice, depth - 1, hangs)).collect()
        };
        match if depth == 0 { 0 } else { 1 + dice.below(9) } {
            1 => Self::Chain(some(dice, 1, 3, hangs)),
            2 | 3 => Self::Items(some(dice, 0, 3, hangs)),
            4 => Self::Both(some(dice, 2, 2, hangs)),
            5 => Self::Race(some(dice, 2, 2, hangs)),
            6 => Self::Try(some(dice, 2, 2, hangs)),
            7 => Self::Again(some(dice, 1, 1, hangs)),
            8 => Self::Limit(some(dice, 1, 1, true)),
            _ => Self::Say(Line::of(dice, hangs)),
        }
    }
}

impl Line {
    fn of(dice: &mut Dice, hangs: bool) -> Self {
        use Piece::{Call, Empty, Mood, Result, Source, Status, Text, Thought, Usage, Wait};
        const PIECES: [Piece; 14] =
            [Text, Text, Text, Text, Thought, Thought, Empty, Call, Result, Status, Source, Usage, Mood, Wait];
        let count = dice.below(7);
        let mut pieces: Vec<_> = (0..count).map(|_| PIECES[dice.below(PIECES.len())]).collect();
        if hangs && dice.below(4) == 0 {
            pieces.push(Piece::Hang);
        }
        let fails = if dice.below(3) == 0 { u32::try_from(1 + dice.below(8)).expect("few") } else { 0 };
        Self { after: dice.below(count + 1), pieces, fails }
    }
}

/// Sends the events of a line.
#[task(returns = [answer], retry(2, backoff = "1ms"))]
pub(crate) fn speak(tree: &Tree, attempt: Attempt) -> impl Stream<Item = Result<Say, String>> {
    try_stream! {
        let line = if let Tree::Say(line) = tree { line.clone() } else { Line { pieces: vec![], fails: 0, after: 0 } };
        for (at, piece) in line.pieces.iter().enumerate() {
            if attempt.get() <= line.fails && at == line.after {
                Err("nothing to say")?;
            }
            let text = format!("{}.{at} ", attempt.get());
            match piece {
                Piece::Text => yield Say::Chunk { text },
                Piece::Thought => yield Say::Reasoning { text },
                Piece::Empty => yield Say::Chunk { text: String::new() },
                Piece::Call => yield Say::ToolCall { id: "call".to_owned(), name: "search".to_owned(), input: json!(at) },
                Piece::Result => yield Say::ToolResult { id: "call".to_owned(), output: Some(json!(text)), error: None },
                Piece::Status => yield Say::Status { message: text },
                Piece::Source => yield Say::Source { url: "https://example.com/a".to_owned(), title: None },
                Piece::Usage => yield Say::Usage { input_tokens: 1, output_tokens: 2 },
                Piece::Mood => yield Say::Mood { happy: true },
                Piece::Wait => sleep(Duration::from_millis(1)).await,
                Piece::Hang => std::future::pending().await,
            }
        }
        if attempt.get() <= line.fails && line.after >= line.pieces.len() {
            Err("nothing more to say")?;
        }
        yield Say::Done { answer: "said".to_owned() };
    }
}

#[task(returns = [answer])]
pub(crate) async fn join(answers: Vec<String>) -> String {
    answers.concat()
}

/// Defines a pipeline over trees whose branches are run by another.
macro_rules! tell {
    ($name:ident, $below:ident) => {
        pipeline! {
            pub(crate) fn $name(tree: Tree) -> [answer] {
                match tree {
                    Tree::Chain(trees) => chain: repeat(max = trees.len(), index as turn) {
                        $below(tree = trees[turn].clone())
                    } until(false),
                    Tree::Items(trees) => items: map(trees as tree, limit = 2) { $below } -> [answer as answers] >> join,
                    Tree::Both(trees) => parallel {
                        left: $below(tree = trees[0].clone()) -> [answer as one],
                        right: $below(tree = trees[1].clone()) -> [answer as other],
                    } >> both: join(answers = vec![one.clone(), other.clone()]),
                    Tree::Race(trees) => race {
                        first: $below(tree = trees[0].clone()),
                        second: $below(tree = trees[1].clone()) >> pass,
                    },
                    Tree::Try(trees) => try {
                        attempt: $below(tree = trees[0].clone())
                    } else {
                        recovery: $below(tree = trees[1].clone())
                    },
                    Tree::Again(trees) => #[retry(3, backoff = "1ms")] again: {
                        tried: $below(tree = trees[0].clone()) >> passed: pass
                    },
                    Tree::Limit(trees) => #[timeout("20ms")] limited: { $below(tree = trees[0].clone()) },
                    _ => speak,
                }
            }
        }
    };
}

#[task(returns = [answer])]
pub(crate) async fn pass(answer: String) -> String {
    answer
}

pipeline! {
    pub(crate) fn tell_0(tree: Tree) -> [answer] { speak }
}
tell!(tell_1, tell_0);
tell!(tell_2, tell_1);
tell!(tell_3, tell_2);

const RUNS: u64 = 200;
/// The parts of a run, each in another process, as the log sees it.
const PARTS: u64 = 3;

async fn runner(url: &str) -> Runner {
    Runner::builder().run_log(url).build().await.expect("a runner")
}

/// Runs until some events were read, or to the end. A run that is cut is cancelled, dropped, or left as it is: then it ends with
/// its process.
async fn part<D: runnable::RunData, O, F: Future<Output = runnable::Result<O>>>(
    mut run: Run<D, O, F>,
    dice: &mut Dice,
) -> Option<Run<D, O, F>> {
    for _ in 0..dice.below(25) {
        run.next().await?;
    }
    match dice.below(4) {
        0 => return Some(run),
        1 => drop(run),
        2 => {
            run.cancel();
            finish(run).await;
        }
        _ => finish(run).await,
    }
    None
}

async fn finish<D: runnable::RunData, O, F: Future<Output = runnable::Result<O>>>(mut run: Run<D, O, F>) {
    while run.next().await.is_some() {}
}

/// Makes the runs, and returns their service. A run that has not succeeded is resumed in each of the parts, except for some that
/// were cancelled.
async fn told(url: &str) -> Server {
    for number in 0..PARTS {
        let runner = &runner(url).await;
        let log = runner.log().expect("a log");
        let parts = (1..=RUNS).map(async |run| {
            let (id, mut dice) = (format!("r{run}"), Dice(run * PARTS + number + 0x9e37_79b9));
            dice.text(20);
            if number == 0 {
                let tree = Tree::of(&mut dice, 3, false);
                let run = runner.run(tell_3(tree)).run_id(id).streaming().await.expect("it starts");
                return (part(run, &mut dice).await, None);
            }
            let status = log.run(&id).await.expect("it is read").expect("the run").status;
            let stays = status == RunStatus::Cancelled && run % 2 == 0;
            if stays || status == RunStatus::Succeeded {
                return (None, None);
            }
            let run = runner.resume::<Tell3>(&id).streaming().await.expect("it is resumed");
            if number + 1 < PARTS {
                return (None, part(run, &mut dice).await);
            }
            finish(run).await;
            (None, None)
        });
        let left = join_all(parts).await;
        runner.shutdown().await.expect("it stops");
        drop(left);
    }
    Server::only(runner(url).await, Service::pipeline::<Tell3>).await
}

/// The texts and the reasoning of each step that are not void, by the rules of envelopes.
fn folded(envelopes: &[Value]) -> [Texts; 2] {
    let mut texts = [Texts::new(), Texts::new()];
    for envelope in envelopes {
        let path = path_of(&envelope["path"]).expect("a path");
        let kind = match envelope["type"].as_str().expect("a type") {
            "step.reset" => {
                texts.iter_mut().for_each(|texts| void(texts, &path));
                continue;
            }
            "chunk" => 0,
            "reasoning" => 1,
            _ => continue,
        };
        texts[kind].entry(path).or_default().push_str(envelope["data"]["text"].as_str().expect("a text"));
    }
    texts.map(without_empty)
}

/// A protocol may leave out empty pieces, and a step that has no others.
fn without_empty(mut texts: Texts) -> Texts {
    texts.retain(|_, text| !text.is_empty());
    texts
}

/// Checks a run in each protocol, and counts its events by type.
async fn check(server: &Server, run: &str, dice: &mut Dice, counts: &mut BTreeMap<String, usize>) {
    let envelopes = messages(server, run, ENVELOPES).await;
    for envelope in &envelopes {
        *counts.entry(envelope["type"].as_str().expect("a type").to_owned()).or_default() += 1;
    }
    let end = &envelopes.last().expect("events")["data"];
    let outcome = end["outcome"].as_str().expect("an end");
    *counts.entry(format!("run that ends as {outcome}")).or_default() += 1;
    let end = match outcome {
        "failed" => {
            let causes = end["error"]["causes"].as_array().into_iter().flatten();
            let texts = std::iter::once(&end["error"]["message"]).chain(causes);
            format!("error {}", texts.map(|text| text.as_str().expect("a text")).collect::<Vec<_>>().join(": "))
        }
        other => format!("finished {other}"),
    };
    for format in ["ag-ui", "ai-sdk"] {
        let shown = shown(format, &messages(server, run, format).await);
        assert_eq!(shown.valid.map(without_empty), folded(&envelopes), "{run} {format}");
        assert_eq!(shown.end, end, "{run} {format}");
    }
    let events = messages(server, run, "cloud-events").await;
    rules::cloud_events(&events, 0).expect("the rules");
    assert_eq!(events.len(), envelopes.len());
    for (event, envelope) in events.iter().zip(&envelopes) {
        let kind = format!("dev.runnable.{}", envelope["type"].as_str().expect("a type"));
        let expected = json!([envelope["id"], kind, envelope["attempt"], envelope.get("data")]);
        assert_eq!(json!([event["id"], event["type"], event["attempt"], event.get("data")]), expected);
        let subject = path_of(&envelope["path"]).expect("a path").join("/");
        assert_eq!(event["subject"].as_str().unwrap_or_default(), subject);
    }
    let after = dice.below(events.len());
    let rest = messages(server, run, &format!("cloud-events&after={after}")).await;
    assert_eq!(rest, events[after..]);
}

#[tokio::test]
async fn the_streams_of_random_runs_obey_the_rules_wherever_a_run_is_cut() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = told(&format!("sqlite:{}", folder.path().join("runs.db").display())).await;
    let (mut dice, mut counts) = (Dice(7), BTreeMap::new());
    for run in 1..=RUNS {
        check(&server, &format!("r{run}"), &mut dice, &mut counts).await;
    }
    let ends = ["success", "failed", "cancelled"].map(|outcome| format!("run that ends as {outcome}"));
    let kinds = ["run.resumed", "step.reset", "chunk", "reasoning", "tool_call", "tool_result"].map(str::to_owned);
    for kind in ends.into_iter().chain(kinds) {
        assert!(counts.get(&kind).is_some_and(|count| *count >= 10), "{kind}: {counts:?}");
    }
}
