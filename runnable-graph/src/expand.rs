//! From a shape to a graph: sub-pipelines are inserted, and values are traced to the steps that make them.

use crate::{
    Graph, Node, NodeKind,
    edges::{Edges, Position},
    shape::{Form, Piece, Shape, Wire},
};
use std::collections::{BTreeMap, HashMap};

impl Graph {
    /// Builds the graph of a shape.
    #[doc(hidden)]
    #[must_use]
    pub fn new(shape: Shape<'_>) -> Self {
        let mut all = Expansion::default();
        let name = match shape {
            Shape::Task(name) | Shape::Once(name) => {
                all.add(name.to_owned(), name, None, NodeKind::Task { task: name.to_owned() });
                name
            }
            Shape::Pipeline(name, pieces, wires) => {
                all.pipeline(pieces, wires);
                name
            }
        };
        let edges = all.edges.finish(&all.nodes, &all.parents);
        let used = |node: &Node| edges.iter().any(|edge| edge.from == node.id || edge.to == node.id);
        all.nodes.retain(|node| !Self::is_port(node) || used(node));
        Self { name: name.to_owned(), nodes: all.nodes, edges }
    }
}

/// A graph under construction.
#[derive(Default)]
struct Expansion {
    nodes: Vec<Node>,
    /// The composite around each node.
    parents: Vec<Option<Position>>,
    edges: Edges,
    /// The number of nodes without a path, by the id that they would share.
    numbered: HashMap<String, usize>,
}

/// The origin of a value.
#[derive(Clone, Copy, PartialEq)]
enum Source {
    /// A node.
    Node(Position),
    /// A parameter of the current pipeline.
    Parameter(usize),
}

/// A node, as seen from outside.
enum Ports {
    /// The node itself reads and makes all values.
    Itself(Position),
    /// The nodes inside a pipeline read and make its values.
    Inner {
        /// By parameter: the nodes that read it, each with the name that it reads.
        readers: BTreeMap<usize, Vec<(Position, String)>>,
        /// By output: the origins of its value.
        makers: BTreeMap<usize, Vec<Source>>,
    },
}

impl Expansion {
    /// Adds a node below `parent`.
    fn add(&mut self, id: String, name: &str, parent: Option<Position>, kind: NodeKind) -> Position {
        let above = parent.and_then(|at| self.nodes.get(at)).map(|node| node.id.clone());
        self.nodes.push(Node { id, name: name.to_owned(), parent: above, kind });
        self.parents.push(parent);
        self.nodes.len() - 1
    }

    /// Adds a whole pipeline: its nodes between its input and its output.
    fn pipeline(&mut self, pieces: &[Piece<'_>], wires: &[Wire<'_>]) {
        let input = self.add(Graph::INPUT.to_owned(), "input", None, NodeKind::Input);
        let inner = self.inside(pieces, wires, None, "");
        let output = self.add(Graph::OUTPUT.to_owned(), "output", None, NodeKind::Output);
        let Ports::Inner { readers, makers } = inner else { return };
        for (reader, by) in readers.into_values().flatten() {
            self.edges.data(input, reader, &by);
        }
        for (position, makers) in makers {
            let by = output_name(wires, position);
            for maker in makers {
                let from = if let Source::Node(at) = maker { at } else { input };
                self.edges.data(from, output, by);
            }
        }
    }

    /// Adds the nodes of a pipeline and the values between them.
    fn inside(&mut self, pieces: &[Piece<'_>], wires: &[Wire<'_>], parent: Option<Position>, path: &str) -> Ports {
        // By number; 0 is the pipeline itself.
        let mut below: Vec<(Option<Position>, String)> = vec![(parent, path.to_owned())];
        let mut ports = vec![];
        for Piece(up, segment, form) in pieces {
            let (parent, path) = below.get(*up).cloned().unwrap_or_default();
            let (at, path) = self.piece(segment, form, parent, path);
            ports.push(match form {
                Form::Step(Shape::Pipeline(_, pieces, wires)) => self.inside(pieces, wires, Some(at), &path),
                _ => Ports::Itself(at),
            });
            below.push((Some(at), path));
        }
        let mut wiring =
            Wiring { ports: &ports, fed: HashMap::new(), readers: BTreeMap::new(), makers: BTreeMap::new() };
        // Values of the previous iteration come from later nodes.
        let back = wires.iter().filter(|wire| matches!(wire, Wire::Back(..)));
        for wire in wires.iter().filter(|wire| matches!(wire, Wire::Data(..))).chain(back) {
            wiring.wire(wire, &mut self.edges);
        }
        let Wiring { readers, makers, .. } = wiring;
        Ports::Inner { readers, makers }
    }

    /// Adds one node. Returns it with the path of the nodes below it.
    fn piece(
        &mut self,
        segment: &str,
        form: &Form<'_>,
        parent: Option<Position>,
        mut path: String,
    ) -> (Position, String) {
        let kind = kind(form);
        if !path.is_empty() {
            path.push('/');
        }
        if segment.is_empty() {
            let (word, base) = (kind.word(), path.clone() + kind.word());
            let number = self.numbered.entry(base.clone()).or_default();
            *number += 1;
            let id = format!("{base}#{number}");
            path.truncate(path.len().saturating_sub(1));
            return (self.add(id, word, parent, kind), path);
        }
        path.push_str(segment);
        (self.add(path.clone(), segment, parent, kind), path)
    }
}

/// The values of one pipeline, traced in the order in which they are made.
struct Wiring<'p> {
    /// By number, from 1 on.
    ports: &'p [Ports],
    /// The origins of the nodes' parameters.
    fed: HashMap<(usize, usize), Vec<Source>>,
    readers: BTreeMap<usize, Vec<(Position, String)>>,
    makers: BTreeMap<usize, Vec<Source>>,
}

impl Wiring<'_> {
    fn wire(&mut self, wire: &Wire<'_>, edges: &mut Edges) {
        let (Wire::Data(from, out, to, into, name) | Wire::Back(from, out, to, into, name)) = *wire;
        let back = matches!(wire, Wire::Back(..));
        let sources = self.sources(from, out);
        if to == 0 {
            let makers = self.makers.entry(into).or_default();
            for source in sources {
                if !makers.contains(&source) {
                    makers.push(source);
                }
            }
            return;
        }
        let readers = match to.checked_sub(1).and_then(|i| self.ports.get(i)) {
            Some(Ports::Itself(at)) => vec![(*at, name.to_owned())],
            Some(Ports::Inner { readers, .. }) => readers.get(&into).cloned().unwrap_or_default(),
            None => return,
        };
        for source in &sources {
            for (reader, by) in &readers {
                match source {
                    Source::Node(at) if back => edges.back(*at, *reader, by),
                    Source::Node(at) => edges.data(*at, *reader, by),
                    Source::Parameter(number) => {
                        self.readers.entry(*number).or_default().push((*reader, by.clone()));
                    }
                }
            }
        }
        self.fed.entry((to, into)).or_default().extend(sources);
    }

    /// Returns the origins of a return of a node.
    fn sources(&self, node: usize, out: usize) -> Vec<Source> {
        let Some(number) = node.checked_sub(1) else { return vec![Source::Parameter(out)] };
        match self.ports.get(number) {
            Some(Ports::Itself(at)) => vec![Source::Node(*at)],
            Some(Ports::Inner { makers, .. }) => {
                let makers = makers.get(&out).into_iter().flatten();
                let through = |maker: &Source| match maker {
                    Source::Node(_) => vec![*maker],
                    // The pipeline returns its own parameter.
                    Source::Parameter(taken) => self.fed.get(&(node, *taken)).cloned().unwrap_or_default(),
                };
                makers.flat_map(through).collect()
            }
            None => vec![],
        }
    }
}

/// Returns the name of an output.
fn output_name<'w>(wires: &[Wire<'w>], position: usize) -> &'w str {
    let name = |wire: &Wire<'w>| match wire {
        Wire::Data(_, _, 0, into, name) if *into == position => Some(*name),
        _ => None,
    };
    wires.iter().find_map(name).unwrap_or_default()
}

fn kind(form: &Form<'_>) -> NodeKind {
    let own = |text: &str| text.to_owned();
    match form {
        Form::Step(Shape::Task(name) | Shape::Once(name)) => NodeKind::Task { task: own(name) },
        Form::Step(Shape::Pipeline(name, ..)) => NodeKind::Pipeline { task: own(name) },
        Form::Group => NodeKind::Group,
        Form::Parallel => NodeKind::Parallel,
        Form::Race => NodeKind::Race,
        Form::Branch => NodeKind::Branch,
        Form::Map => NodeKind::Map { collects: false },
        Form::Collect => NodeKind::Map { collects: true },
        Form::Match(scrutinee) => NodeKind::Match { scrutinee: own(scrutinee) },
        Form::If => NodeKind::If,
        Form::Arm(title) => NodeKind::Arm { title: own(title) },
        Form::Repeat(max, until) => NodeKind::Repeat { max: own(max), until: own(until) },
        Form::Timeout => NodeKind::Timeout,
        Form::Retry => NodeKind::Retry,
        Form::Try => NodeKind::Try,
        Form::Else => NodeKind::Else,
    }
}
