//! From definitions to a graph.

use super::{
    DEEPEST, DefinitionError,
    parse::{Definition, Form, Node},
};
use runnable_graph::{
    __private::{self as graph, Piece, Shape},
    Graph,
};
use std::{cell::OnceCell, collections::HashMap};

/// The nodes of each pipeline, which refer to those of other pipelines.
type Shapes<'a> = Vec<OnceCell<Vec<Piece<'a>>>>;

/// Definitions, and those that each step runs.
pub(super) struct Builder<'d> {
    all: &'d [Definition],
    /// The definition of each step, by the pipeline and the position of the node.
    steps: HashMap<(usize, usize), usize>,
    /// By the path as written, and by the last name of the path.
    known: HashMap<&'d str, usize>,
    next: usize,
}

impl<'d> Builder<'d> {
    pub(super) fn new(all: &'d [Definition]) -> Self {
        let mut this = Self { all, steps: HashMap::new(), known: HashMap::new(), next: 1 };
        this.visit();
        this
    }

    /// Finds the definition of each step. Definitions are in the order in which the pipeline runs their nodes first.
    fn visit(&mut self) {
        // Pipelines that are read, with the position of the next node.
        let mut ahead = vec![(0, 0)];
        while let Some((pipeline, at)) = ahead.pop() {
            let nodes = self.all.get(pipeline).and_then(|definition| definition.nodes.as_ref());
            let Some(node) = nodes.and_then(|nodes| nodes.get(at)) else { continue };
            ahead.push((pipeline, at + 1));
            let Form::Step(path) = &node.form else { continue };
            let name = path.rsplit("::").next().unwrap_or(path);
            let is_next = self.all.get(self.next).is_some_and(|definition| definition.name == name);
            let known = self.known.get(path.as_str()).copied();
            let known = known.or_else(|| self.known.get(name).copied().filter(|_| !is_next));
            let runs = known.unwrap_or(self.next);
            if runs >= self.all.len() {
                continue;
            }
            self.known.insert(path, runs);
            self.known.insert(name, runs);
            self.steps.insert((pipeline, at), runs);
            if runs == self.next {
                self.next += 1;
                ahead.push((runs, 0));
            }
        }
    }

    pub(super) fn graph(&self) -> Result<Graph, DefinitionError> {
        let shapes: Shapes<'_> = self.all.iter().map(|_| OnceCell::new()).collect();
        let root = self.shape(0, &shapes, 0)?;
        Ok(Graph::new(root))
    }

    fn shape<'a>(&'a self, of: usize, shapes: &'a Shapes<'a>, depth: usize) -> Result<Shape<'a>, DefinitionError> {
        let Some(definition) = self.all.get(of) else { return Ok(Shape::Task("")) };
        let (name, Some(nodes)) = (definition.name.as_str(), &definition.nodes) else {
            return Ok(Shape::Task(&definition.name));
        };
        if depth > DEEPEST {
            return Err(DefinitionError(format!("the pipeline `{name}` contains itself")));
        }
        let Some(cell) = shapes.get(of) else { return Ok(Shape::Task(name)) };
        if cell.get().is_none() {
            let pieces = self.pieces(of, nodes, shapes, depth)?;
            let _ = cell.set(pieces);
        }
        Ok(Shape::Pipeline(name, cell.get().map_or(&[], Vec::as_slice), &[]))
    }

    fn pieces<'a>(
        &'a self,
        of: usize,
        nodes: &'a [Node],
        shapes: &'a Shapes<'a>,
        depth: usize,
    ) -> Result<Vec<Piece<'a>>, DefinitionError> {
        let mut pieces: Vec<Piece<'a>> = Vec::with_capacity(nodes.len());
        // The number of the node at each depth around the next node, and the last `try` at each depth.
        let (mut around, mut tries) = (vec![0], vec![0; DEEPEST + 2]);
        for (at, node) in nodes.iter().enumerate() {
            around.truncate(node.depth);
            let up = around.last().copied().unwrap_or(0);
            let mut add = |up: usize, segment: &'a str, form| {
                pieces.push(Piece(up, segment, form));
                pieces.len()
            };
            let number = match &node.form {
                // A branch with a single node is that node.
                Form::Branch if node.segment.is_empty() && children(nodes, at) == 1 => up,
                Form::Try => {
                    let number = add(up, &node.segment, graph::Form::Try);
                    if let Some(last) = tries.get_mut(node.depth) {
                        *last = number;
                    }
                    add(number, "", graph::Form::Group)
                }
                Form::Else => add(tries.get(node.depth).copied().unwrap_or(up), "", graph::Form::Else),
                form => {
                    let form = self.form(of, at, form, shapes, depth)?;
                    add(up, &node.segment, form)
                }
            };
            around.resize(node.depth, up);
            around.push(number);
        }
        Ok(pieces)
    }

    fn form<'a>(
        &'a self,
        of: usize,
        at: usize,
        form: &'a Form,
        shapes: &'a Shapes<'a>,
        depth: usize,
    ) -> Result<graph::Form<'a>, DefinitionError> {
        Ok(match form {
            Form::Step(path) => graph::Form::Step(match self.steps.get(&(of, at)) {
                Some(runs) => self.shape(*runs, shapes, depth + 1)?,
                None => Shape::Task(path.rsplit("::").next().unwrap_or(path)),
            }),
            Form::Group => graph::Form::Group,
            Form::Parallel => graph::Form::Parallel,
            Form::Race => graph::Form::Race,
            Form::Branch => graph::Form::Branch,
            Form::Map => graph::Form::Map,
            Form::Match(scrutinee) => graph::Form::Match(scrutinee),
            Form::If => graph::Form::If,
            Form::Arm(title) => graph::Form::Arm(title),
            Form::Repeat(max, until) => graph::Form::Repeat(max, until),
            Form::Timeout => graph::Form::Timeout,
            Form::Retry => graph::Form::Retry,
            Form::Try => graph::Form::Try,
            Form::Else => graph::Form::Else,
        })
    }
}

/// Returns the number of nodes directly below; a `try` with its `else` is one node.
fn children(nodes: &[Node], of: usize) -> usize {
    let depth = nodes.get(of).map_or(0, |node| node.depth);
    let below = nodes.iter().skip(of + 1).take_while(|node| node.depth > depth);
    below.filter(|node| node.depth == depth + 1 && node.form != Form::Else).count()
}
