//! Pictures of the 200 random pipelines of `tests/random`.
#![allow(dead_code, unused_variables, unreachable_patterns, clippy::pedantic, clippy::all)]

use runnable::{Graph, Node};
use runnable_view::{GraphPicture, TextStyle};

#[path = "../../tests/random/tasks.rs"]
mod tasks;

/// Checks the picture of a pipeline, which does not run.
macro_rules! check {
    ($node:expr, $expected:expr, $steps:expr, $failed:expr) => {
        crate::check_graph(&crate::graph_of(&$node))
    };
}

#[rustfmt::skip]
#[path = "../../tests/random/generated.rs"]
mod generated;

fn graph_of<N: Node>(_: &N) -> Graph {
    N::graph()
}

/// The left, upper, right and lower side of a box.
type Sides = [i32; 4];

fn number(tag: &str, name: &str) -> i32 {
    let value = tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
    value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{tag} has a {name}"))
}

fn boxes(svg: &str, class: &str) -> Vec<Sides> {
    let tags = svg.lines().filter(|line| line.starts_with(&format!("<rect class=\"{class}\"")));
    let sides = tags.map(|tag| {
        let [x, y, w, h] = ["x", "y", "width", "height"].map(|name| number(tag, name));
        [x, y, x + w, y + h]
    });
    sides.collect()
}

fn check_graph(graph: &Graph) {
    let svg = GraphPicture::new(graph).svg();
    assert_eq!(svg, GraphPicture::new(graph).svg(), "the same bytes twice");
    let all = boxes(&svg, "box");
    assert_eq!(all.len(), graph.nodes().len());
    for (at, a) in all.iter().enumerate() {
        for b in &all[at + 1..] {
            let apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
            let within = |a: &Sides, b: &Sides| a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
            assert!(apart || within(a, b) || within(b, a), "{a:?} and {b:?} overlap");
        }
    }
    let borders: Vec<_> = all.into_iter().chain(boxes(&svg, "head")).collect();
    for tag in svg.lines().filter(|line| line.starts_with("<path class=\"line")) {
        let points = tag.split(" d=\"M").nth(1).and_then(|rest| rest.split('"').next()).expect("points");
        let points: Vec<(i32, i32)> = points
            .split('L')
            .map(|point| point.split_once(' ').expect("a point"))
            .map(|(x, y)| (x.parse().expect("a number"), y.parse().expect("a number")))
            .collect();
        for (x, y) in [points[0], points[points.len() - 1]] {
            let on = |[x1, y1, x2, y2]: &Sides| {
                (*x1..=*x2).contains(&x)
                    && (*y1..=*y2).contains(&y)
                    && ([*x1, *x2].contains(&x) || [*y1, *y2].contains(&y))
            };
            assert!(borders.iter().any(on), "{tag} ends on a box");
        }
    }
    assert_eq!(GraphPicture::new(graph).text(&TextStyle::new()).lines().count(), graph.nodes().len());
}
