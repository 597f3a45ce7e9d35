//! Graphs of pipelines of every form, and the order of events that they imply.
use linear::{Times, graph_of};
use runnable::{
    Graph,
    graph::{EdgeKind, NodeKind},
    prelude::*,
};
use std::time::Duration;

mod linear;

#[task(returns = [text])]
async fn load(path: String) -> String {
    path
}

#[task(returns = [words])]
async fn count(text: &str) -> usize {
    text.split(' ').count()
}

#[task(returns = [letters, lines])]
async fn measure(text: &str) -> (usize, usize) {
    tokio::time::sleep(Duration::from_millis(2)).await;
    (text.len(), 1)
}

#[task(returns = [text])]
async fn shout(text: String) -> String {
    text.to_uppercase()
}

#[task(name = "translation", returns = [translated])]
async fn translate(text: &str, language: String) -> String {
    tokio::time::sleep(Duration::from_millis(language.len() as u64)).await;
    format!("[{language}] {text}")
}

#[task]
async fn note(words: usize) {
    let _ = words;
}

#[task(returns = [text])]
async fn fetch(path: String) -> Result<String, std::fmt::Error> {
    if path.is_empty() { Err(std::fmt::Error) } else { Ok(path) }
}

#[task(returns = [text])]
async fn explain(error: String) -> String {
    error
}

/// Compares the graph with its snapshot, as Mermaid and as JSON.
macro_rules! snapshot {
    ($graph:expr) => {
        insta::assert_snapshot!(shown(&$graph))
    };
}

/// Formats the graph as Mermaid, followed by a line of JSON for every node and edge.
fn shown(graph: &Graph) -> String {
    let json = serde_json::to_string(graph).unwrap();
    assert_eq!(serde_json::from_str::<Graph>(&json).unwrap(), *graph);
    let nodes = graph.nodes().iter().map(serde_json::to_string);
    let edges = graph.edges().iter().map(serde_json::to_string);
    let lines: Vec<_> = nodes.chain(edges).map(Result::unwrap).collect();
    format!("{}\n{}", graph.to_mermaid(), lines.join("\n"))
}

/// Runs a pipeline and returns the number of pairs of steps that its graph orders.
macro_rules! ordered {
    ($node:expr) => {{
        let graph = graph_of(&$node);
        let (mut run, mut times) = ($node.execute_streaming(), Times::default());
        while let Some(event) = run.next().await {
            times.see(&event);
        }
        run.output().await.unwrap();
        times.check(&graph).unwrap()
    }};
}

pipeline! {
    fn sequence(path: String) -> [text, words as count] {
        load >> again: shout(text = format!("{text}!")) >> count
    }
}

pipeline! {
    /// The branches read earlier returns; the second branch has two steps.
    fn branches(path: String) -> [words, letters] {
        load >> parallel { count, fr: shout >> measure -> [letters], named: count -> [words as other] } >> note
    }
}

pipeline! {
    fn raced(path: String) -> [text] {
        load >> race { shout, named: { load >> twice: shout }, again: shout } >> last: shout
    }
}

pipeline! {
    fn limited(path: String, limit: std::time::Duration) -> [text] {
        #[timeout("30s")] { load >> shout } >> #[timeout(limit)] twice: shout >> #[timeout("5s")] shout
    }
}

pipeline! {
    fn tried_again(path: String, limit: std::time::Duration) -> [text] {
        #[retry(3)] { load >> shout } >> #[retry(2)] #[timeout(limit)] twice: shout >> #[retry(2)] shout
    }
}

pipeline! {
    fn items(texts: Vec<String>, languages: Vec<String>, at_once: usize) -> [all, words] {
        map(texts as text, limit = at_once) {
            map(languages as language) { translate } -> [translated as each] >> count
        } -> [each as all, words]
    }
}

pipeline! {
    fn groups(path: String) -> [text, letters] {
        { load >> shout } >> named: { count >> { measure } } -> [letters]
    }
}

pipeline! {
    fn whole(path: String, languages: Vec<String>) -> [words, all, path] {
        sequence -> [text] >> map(languages as language) { translate -> [translated as t] } -> [t as all]
            >> deep: branches -> [words]
    }
}

pipeline! {
    fn choices(path: String, mode: Option<usize>) -> [text, words] {
        fetch
            >> match mode {
                Some(words) if words > 9 => many: note(words = words) >> shout,
                Some(_) => {},
                None => translate(language = "en".to_owned()) -> [translated as text],
            }
            >> if text.is_empty() { explain(error = "nothing".to_owned()) } else { again: shout }
            >> count
    }
}

pipeline! {
    fn loops(path: String) -> [text, letters] {
        load
            >> grow: repeat(max = 3, index as turn) {
                measure >> shout(text = format!("{text}{text}{turn}"))
            } until(letters > 4) -> [text, letters]
            >> note(words = letters)
    }
}

pipeline! {
    fn recovers(path: String) -> [text, words] {
        try { fetch >> shout } else |error| { explain(error = error.to_string()) } >> count
    }
}

pipeline! {
    fn everything(paths: Vec<String>) -> [lengths] {
        map(paths as path) {
            parallel { a: recovers, b: choices(mode = Some(12)) -> [text as chosen], c: loops -> [letters] }
                >> note(words = words)
                >> keep: measure(text = chosen) -> [letters as lengths]
        }
    }
}

#[test]
fn the_graph_of_a_task() {
    snapshot!(Translate::graph());
}

#[test]
fn the_graph_of_a_sequence() {
    snapshot!(Sequence::graph());
}

#[test]
fn the_graph_of_parallel_branches() {
    snapshot!(Branches::graph());
}

#[test]
fn the_graph_of_a_race() {
    snapshot!(Raced::graph());
}

#[test]
fn the_graph_of_timeouts() {
    snapshot!(Limited::graph());
}

#[test]
fn the_graph_of_retries() {
    snapshot!(TriedAgain::graph());
}

#[test]
fn the_graph_of_maps() {
    snapshot!(Items::graph());
}

#[test]
fn the_graph_of_nested_groups() {
    snapshot!(Groups::graph());
}

#[test]
fn the_graph_of_sub_pipelines() {
    snapshot!(Whole::graph());
}

#[test]
fn the_graph_of_match_and_if() {
    snapshot!(Choices::graph());
}

#[test]
fn the_graph_of_a_repeat() {
    snapshot!(Loops::graph());
}

#[test]
fn the_graph_of_try_and_else() {
    snapshot!(Recovers::graph());
}

#[test]
fn the_graph_of_an_expression() {
    let lines = vec!["one two".to_owned()];
    let pipeline = pipeline!(map(lines as text) { count } >> note(words = words.len()) -> []);
    snapshot!(pipeline.graph());
    assert_eq!(pipeline.graph().name(), "pipeline");
}

#[test]
fn steps_have_a_path_and_a_task() {
    let graph = Whole::graph();
    let steps: Vec<_> = graph.steps().map(|step| (step.id(), step.task().unwrap(), step.is_pipeline())).collect();
    let expected = [
        ("sequence", "sequence", true),
        ("sequence/load", "load", false),
        ("sequence/again", "shout", false),
        ("sequence/count", "count", false),
        ("languages/translate", "translation", false),
        ("deep", "branches", true),
        ("deep/load", "load", false),
        ("deep/count", "count", false),
        ("deep/fr/shout", "shout", false),
        ("deep/fr/measure", "measure", false),
        ("deep/named/count", "count", false),
        ("deep/note", "note", false),
    ];
    assert_eq!(steps, expected);
}

#[test]
fn a_value_that_a_loop_carries_over_leads_back() {
    let graph = Loops::graph();
    let back: Vec<_> = graph.edges().iter().filter(|edge| edge.kind() == EdgeKind::Back).collect();
    let ends: Vec<_> = back.iter().map(|edge| (edge.from(), edge.to())).collect();
    assert_eq!(ends, [("grow/shout", "grow/measure"), ("grow/shout", "grow/shout")]);
    assert!(matches!(graph.node("grow").unwrap().kind(), NodeKind::Repeat { max, .. } if max == "3"));
}

#[test]
fn the_parts_of_an_item_come_from_its_collection_and_its_index_from_nowhere() {
    pipeline! {
        fn parts(table: Vec<(String, usize)>) {
            map(table as (text, n), index as i) { count >> note(words = words + n + i) }
        }
    }
    let graph = Parts::graph();
    let edges: Vec<_> =
        graph.edges().iter().map(|edge| format!("{} {} {}", edge.from(), edge.names().join(" "), edge.to())).collect();
    assert_eq!(edges, ["#input text table/count", "#input n table/note", "table/count words table/note"]);
}

#[test]
fn a_map_that_collects_errors_says_so() {
    pipeline! {
        fn collecting(paths: Vec<String>) { map(paths as path, on_error = collect) { fetch } >> note(words = text.len()) }
    }
    let graph = Collecting::graph();
    let json = serde_json::to_string(graph.node("paths").unwrap()).unwrap();
    assert_eq!(json, r#"{"id":"paths","name":"paths","kind":"map","collects":true}"#);
    assert_eq!(serde_json::from_str::<Graph>(&serde_json::to_string(&graph).unwrap()).unwrap(), graph);
    assert!(graph.to_mermaid().contains(r#"subgraph n1["map paths, collect errors"]"#), "{}", graph.to_mermaid());
    let plain = serde_json::to_string(Items::graph().node("texts").unwrap()).unwrap();
    assert_eq!(plain, r#"{"id":"texts","name":"texts","kind":"map"}"#);
}

#[test]
fn a_condition_is_shown_as_written() {
    pipeline! {
        fn asked(text: String, words: usize) { if words > 1 && !text.is_empty() && words != text.len() && &text[..] != "a" { shout } }
    }
    let graph = Asked::graph();
    let shown = "words > 1 && !text.is_empty() && words != text.len() && &text[..] != \"a\"";
    let titles = graph.nodes().iter().filter_map(|node| match node.kind() {
        NodeKind::Arm { title, .. } => Some(title.as_str()),
        _ => None,
    });
    assert_eq!(titles.collect::<Vec<_>>(), [shown, "else"]);
}

#[tokio::test(start_paused = true)]
async fn the_events_of_a_run_are_a_linear_extension_of_its_graph() {
    let text = || "a b".to_owned();
    let texts = || vec![text(), text(), text()];
    assert_eq!(ordered!(sequence(text())), 2);
    assert_eq!(ordered!(branches(text())), 5);
    assert_eq!(ordered!(items(texts(), texts(), 2)), 9);
    assert_eq!(ordered!(groups(text())), 4);
    assert!(ordered!(whole(text(), texts())) > 10);
    assert!(ordered!(choices(text(), Some(12))) > 5);
    assert!(ordered!(choices(text(), Some(1))) > 1);
    assert!(ordered!(choices(text(), None)) > 2);
    assert!(ordered!(loops(text())) > 5);
    assert_eq!(ordered!(recovers(text())), 2);
    assert_eq!(ordered!(recovers(String::new())), 2);
    assert!(ordered!(everything(texts())) > 30);
}

#[tokio::test]
async fn events_in_a_wrong_order_are_reported() {
    let (mut run, mut times) = (sequence("a".into()).execute_streaming(), Times::default());
    let mut events = vec![];
    while let Some(event) = run.next().await {
        events.push(event);
    }
    events.iter().for_each(|event| times.see(event));
    assert_eq!(times.check(&Sequence::graph()), Ok(2));
    // The same names in reverse.
    pipeline! {
        fn reversed(path: String) -> [text] { load >> count >> again: shout(text = format!("{text}{words}")) }
    }
    assert!(times.check(&graph_of(&reversed("a".into()))).unwrap_err().contains("again"));
    assert!(times.check(&Branches::graph()).unwrap_err().contains("the graph has no `again`"));
}
