//! Graphs of hand-written shapes, with nodes of every kind.

use crate::{
    __private::{Form, Piece, Shape, Wire},
    EdgeKind, Graph,
};

const fn step(parent: usize, name: &'static str) -> Piece<'static> {
    Piece(parent, name, Form::Step(Shape::Task(name)))
}

/// Every edge as `from -names-> to`, `from ..> to` and `from =names=> to`.
fn edges(graph: &Graph) -> Vec<String> {
    let shown = |edge: &crate::Edge| {
        let names = edge.names().join(",");
        let arrow = match edge.kind() {
            EdgeKind::Data => format!("-{names}->"),
            EdgeKind::Order => "..>".to_owned(),
            EdgeKind::Back => format!("={names}=>"),
        };
        format!("{} {arrow} {}", edge.from(), edge.to())
    };
    graph.edges().iter().map(shown).collect()
}

#[test]
fn a_task_is_one_node() {
    let graph = Graph::new(Shape::Task("shout"));
    assert_eq!(graph.nodes().len(), 1);
    assert!(graph.edges().is_empty());
    assert_eq!(graph.steps().map(|step| (step.id(), step.task())).collect::<Vec<_>>(), [("shout", Some("shout"))]);
    assert_eq!(graph.to_mermaid(), "flowchart TD\n    n0[\"shout\"]\n");
}

#[test]
fn values_are_traced_into_a_pipeline_and_out_of_it() {
    // Takes `x` and `y`; returns `z` of `b`, and `y` unchanged.
    let pieces = [step(0, "a"), step(0, "b")];
    let inner = Shape::Pipeline(
        "inner",
        &pieces,
        &[
            Wire::Data(0, 0, 1, 0, "x"),
            Wire::Data(1, 0, 2, 0, "w"),
            Wire::Data(2, 0, 0, 0, "z"),
            Wire::Data(0, 1, 0, 1, "y"),
        ],
    );
    let pieces = [step(0, "first"), Piece(0, "sub", Form::Step(inner)), step(0, "last")];
    let wires = [
        Wire::Data(1, 0, 2, 0, "made"),
        Wire::Data(1, 1, 2, 1, "other"),
        Wire::Data(2, 0, 3, 0, "z"),
        Wire::Data(2, 1, 3, 1, "y"),
        Wire::Data(2, 1, 0, 0, "kept"),
    ];
    let graph = Graph::new(Shape::Pipeline("outer", &pieces, &wires));
    assert_eq!(
        edges(&graph),
        ["first -x-> sub/a", "first -y-> last", "first -kept-> #output", "sub/a -w-> sub/b", "sub/b -z-> last"]
    );
    let steps: Vec<_> = graph.steps().map(|step| (step.id(), step.task(), step.is_pipeline())).collect();
    let expected = [
        ("first", Some("first"), false),
        ("sub", Some("inner"), true),
        ("sub/a", Some("a"), false),
        ("sub/b", Some("b"), false),
        ("last", Some("last"), false),
    ];
    assert_eq!(steps, expected);
}

#[test]
fn a_pipeline_that_returns_its_parameter_is_skipped() {
    let through = Shape::Pipeline("through", &[], &[Wire::Data(0, 0, 0, 0, "x")]);
    let twice = [Piece(0, "one", Form::Step(through)), Piece(0, "two", Form::Step(through)), step(0, "reads")];
    let wires = [
        Wire::Data(0, 0, 1, 0, "a"),
        Wire::Data(1, 0, 2, 0, "b"),
        Wire::Data(2, 0, 3, 0, "c"),
        Wire::Data(2, 0, 0, 0, "out"),
    ];
    let graph = Graph::new(Shape::Pipeline("p", &twice, &wires));
    assert_eq!(edges(&graph), ["#input -c-> reads", "#input -out-> #output", "one ..> two", "two ..> reads"]);
}

#[test]
fn a_node_without_a_path_is_numbered_below_its_parent() {
    let sub = Shape::Pipeline("sub", &[Piece(0, "", Form::Group), step(1, "a")], &[]);
    let pieces = [
        Piece(0, "", Form::Group),
        Piece(1, "", Form::Parallel),
        Piece(2, "named", Form::Branch),
        Piece(3, "", Form::Group),
        Piece(0, "", Form::Group),
        Piece(5, "s", Form::Step(sub)),
    ];
    let graph = Graph::new(Shape::Pipeline("p", &pieces, &[]));
    let ids: Vec<_> = graph.nodes().iter().map(|node| (node.id(), node.parent().unwrap_or(""))).collect();
    let expected = [
        ("group#1", ""),
        ("parallel#1", "group#1"),
        ("named", "parallel#1"),
        ("named/group#1", "named"),
        ("group#2", ""),
        ("s", "group#2"),
        ("s/group#1", "s"),
        ("s/a", "s/group#1"),
    ];
    assert_eq!(ids, expected);
}

#[test]
fn consecutive_nodes_without_a_common_value_are_joined_by_order() {
    let pieces = [
        step(0, "a"),
        Piece(0, "", Form::Parallel),
        step(2, "b"),
        Piece(2, "c", Form::Branch),
        step(4, "d"),
        step(4, "e"),
        step(0, "f"),
    ];
    // `d` reads a value of `a`; no other value passes.
    let graph = Graph::new(Shape::Pipeline("p", &pieces, &[Wire::Data(1, 0, 5, 0, "x")]));
    assert_eq!(edges(&graph), ["a -x-> c/d", "parallel#1 ..> f", "c/d ..> c/e"]);
}

#[test]
fn text_of_the_user_is_escaped() {
    let pieces = [
        Piece(0, "", Form::Match("kind(\"a\") as &[`b`]")),
        Piece(1, "", Form::Arm("Some(x) if x < 3 && y > \"#1\"\n\t| None")),
        step(2, "end"),
        Piece(1, "", Form::Arm("_")),
    ];
    insta::assert_snapshot!(Graph::new(Shape::Pipeline("p", &pieces, &[])).to_mermaid());
}

#[test]
fn a_match_an_if_and_a_try() {
    let pieces = [
        step(0, "classify"),
        Piece(0, "", Form::Match("mood")),
        Piece(2, "", Form::Arm("Mood::Angry { why }")),
        step(3, "soften"),
        Piece(2, "", Form::Arm("_")),
        Piece(0, "check", Form::If),
        Piece(6, "", Form::Arm("text.len() > 9")),
        step(7, "shorten"),
        Piece(6, "", Form::Arm("else")),
        step(9, "keep"),
        Piece(0, "", Form::Try),
        Piece(11, "", Form::Group),
        step(12, "send"),
        Piece(11, "", Form::Else),
        step(14, "store"),
        step(0, "log"),
    ];
    let wires = [
        Wire::Data(0, 0, 1, 0, "text"),
        Wire::Data(1, 0, 2, 0, "mood"),
        Wire::Data(1, 0, 4, 0, "why"),
        // `soften` rebinds the text in one arm.
        Wire::Data(4, 0, 6, 0, "text"),
        Wire::Data(0, 0, 6, 0, "text"),
        Wire::Data(4, 0, 8, 0, "text"),
        Wire::Data(0, 0, 8, 0, "text"),
        Wire::Data(8, 0, 13, 0, "text"),
        Wire::Data(10, 0, 13, 0, "text"),
        Wire::Data(13, 0, 16, 0, "receipt"),
        Wire::Data(15, 0, 16, 0, "receipt"),
        Wire::Data(16, 0, 0, 0, "line"),
    ];
    insta::assert_snapshot!(Graph::new(Shape::Pipeline("p", &pieces, &wires)).to_mermaid());
}

#[test]
fn a_repeat() {
    let pieces = [
        step(0, "draft"),
        Piece(0, "improve", Form::Repeat("5", "score > 0.9")),
        step(2, "rewrite"),
        step(2, "judge"),
        step(0, "publish"),
    ];
    let wires = [
        Wire::Data(0, 0, 1, 0, "topic"),
        Wire::Data(0, 1, 2, 0, "limit"),
        Wire::Data(1, 0, 3, 0, "text"),
        Wire::Back(3, 0, 3, 0, "text"),
        Wire::Data(3, 0, 4, 0, "text"),
        Wire::Back(4, 1, 3, 1, "advice"),
        Wire::Data(4, 0, 2, 0, "score"),
        Wire::Data(3, 0, 5, 0, "text"),
        Wire::Data(3, 0, 0, 0, "text"),
    ];
    let graph = Graph::new(Shape::Pipeline("p", &pieces, &wires));
    insta::assert_snapshot!(graph.to_mermaid());
    assert!(edges(&graph).contains(&"improve/judge =advice=> improve/rewrite".to_owned()));
    assert!(!edges(&graph).iter().any(|edge| edge.contains("..>")), "all consecutive nodes pass a value");
}
