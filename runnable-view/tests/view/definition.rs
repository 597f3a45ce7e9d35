//! Graphs of recorded definitions.

use runnable::{Graph, prelude::*, runner::Runner};
use runnable_store::{MemoryLog, NewRun, RunLog};
use runnable_view::{GraphPicture, graph_of_definition, recorded_graph};
use std::time::Duration;

#[task(returns = [text])]
async fn load(n: u32) -> String {
    n.to_string()
}

#[task(returns = [text], name = "to-upper")]
async fn shout(text: String) -> String {
    text.to_uppercase()
}

#[task]
async fn note(text: &str) {
    let _ = text;
}

pipeline! {
    fn sub(n: u32) -> [text] { load >> rounds: repeat(max = 2, index as i) { again: shout } until(i > 2 && text != ")") }
}
pipeline! {
    fn inner(n: u32) -> [text] { { sub } >> note }
}
pipeline! {
    fn whole(n: u32, all: Vec<u32>) -> [texts] {
        self::sub -> [text as first]
            >> both: parallel { load -> [text as a], { shout(text = "line\n  x: \"\"
                group
                task x".to_owned()) -> [text as b] >> note(text = b) } -> [b], three: inner -> [text as c], { try { x: load } else { y: load } } -> [text as z] }
            >> match (n, "=>") { (1, _) if n > 0 => chosen: load -> [text as d], _ => {} }
            >> if n == 3 { three: note(text = "a") } else if let Some(_) = n.checked_sub(1) { four: note(text = "b") }
            >> safe: try { deep: sub -> [text as e] } else |error| { why: note(text = error.to_string()) } -> []
            >> #[timeout("30s")] load -> [text as s] >> #[timeout("1m")] { late: load -> [text as u] } -> []
            >> #[retry(3)] #[timeout("1m")] again: { early: load -> [text as v] } -> []
            >> race { first: load -> [text as q], slow: { deep: sub -> [text as q] >> note(text = q) } -> [q] } -> []
            >> map(all as n) { one: load -> [text as s] >> inner } -> [text as texts]
    }
}

/// Returns the nodes of a graph, as JSON.
fn nodes(graph: &Graph) -> Vec<String> {
    graph.nodes().iter().filter(|node| !node.id().starts_with('#')).map(|node| format!("{node:?}")).collect()
}

#[tokio::test]
async fn a_recorded_definition_has_the_nodes_of_the_graph() {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    runner.run(whole(1, vec![0, 1])).run_id("one").await.expect("it succeeds");
    let log = runner.log().expect("a log");
    let run = log.run("one").await.expect("it is read").expect("it is recorded");
    let definition = log.definition(&run.definition_hash).await.expect("it is read").expect("it is recorded");
    let graph = graph_of_definition(definition.get()).expect("a graph");
    assert_eq!(graph.name(), "whole");
    assert_eq!(nodes(&graph), nodes(&Whole::graph()));
    assert!(GraphPicture::new(&graph).svg().contains("class=\"repeat \""));
    assert_eq!(recorded_graph(&**log, &run.definition_hash).await.expect("it is read"), Some(Whole::graph()));

    // An earlier version has recorded no graph, and a later version may record other JSON.
    let other = MemoryLog::new();
    other.renew_lease("O", Duration::from_mins(1)).await.expect("a lease");
    for (id, recorded) in [("none", None), ("later", Some(r#"{"version":2}"#))] {
        let mut new = NewRun::new(id, "whole", id, definition.clone(), run.input.clone());
        new.graph = recorded.map(|graph| runnable_store::json(graph).expect("JSON"));
        other.create(&new, "O").await.expect("it is recorded");
        assert_eq!(recorded_graph(&other, id).await.expect("it is read").as_ref(), Some(&graph), "{id}");
    }
    assert_eq!(recorded_graph(&other, "unknown").await.expect("it is read"), None);
}

#[test]
fn damaged_definitions_are_errors() {
    let deep = format!(r#"["pipeline p() -> []","{}group"]"#, "  ".repeat(5_000));
    let many = format!("[\"pipeline p() -> []\"{}]", r#","  p: p() -> []""#.repeat(3));
    for text in [
        "",
        "{}",
        "[]",
        "[1]",
        r#"["hello"]"#,
        r#"["task a() -> []","  b: c() -> []"]"#,
        r#"["pipeline p() -> []","  ???"]"#,
        &deep,
    ] {
        let error = graph_of_definition(text).expect_err(text).to_string();
        assert!(error.contains("\nhelp: "), "{error}");
    }
    // A pipeline whose definition is missing is drawn as a task.
    assert_eq!(graph_of_definition(&many).expect("a graph").steps().count(), 3);
}
