//! The shape of a plan, from which its graph is built, with each sub-pipeline as one node.
//!
//! Values are traced through composites to the steps that make them. `Graph::new` does the rest, since it knows the shapes of
//! all steps.

mod repeat;
mod walk;

use super::{plan::Plan, syntax::Parameter};
use crate::krate::Krate;
use proc_macro2::TokenStream;
use quote::quote;
use runnable_graph::{
    __private::{Form, Piece, Shape, Wire},
    Graph,
};

/// The shape of one pipeline.
pub(super) struct Sketch<'p> {
    name: String,
    nodes: Vec<Node<'p>>,
    wires: Vec<Joint>,
}

/// A node, with the number of its parent. Nodes are numbered from 1; 0 is the pipeline.
struct Node<'p> {
    parent: usize,
    segment: &'p str,
    kind: Kind<'p>,
}

/// The kind of a node.
enum Kind<'p> {
    Step(&'p TokenStream),
    Group,
    Parallel,
    Race,
    Branch,
    Map,
    Collect,
    Match(String),
    If,
    Arm(String),
    Repeat(String, String),
    Timeout,
    Retry,
    Try,
    Else,
}

/// A value that passes from a node's return to a node's parameter, by position.
struct Joint {
    from: (usize, usize),
    to: (usize, usize),
    name: String,
    /// `true` if it passes to the next iteration of a `repeat`.
    back: bool,
}

impl<'p> Sketch<'p> {
    /// Returns the shape of a resolved plan, whose first variables are its parameters.
    pub(super) fn new(name: &str, params: &[Parameter], plan: &'p Plan) -> Self {
        let (nodes, wires) = walk::walk(params.len(), plan);
        Self { name: name.to_owned(), nodes, wires }
    }

    /// Returns the shape as a constant expression.
    pub(super) fn tokens(&self, krate: &Krate) -> TokenStream {
        let (name, private) = (&self.name, quote!(#krate::__private));
        let pieces = self.nodes.iter().map(|Node { parent, segment, kind }| {
            let form = match kind {
                Kind::Step(task) => quote!(Step(<#task as #krate::Node>::SHAPE)),
                Kind::Group => quote!(Group),
                Kind::Parallel => quote!(Parallel),
                Kind::Race => quote!(Race),
                Kind::Branch => quote!(Branch),
                Kind::Map => quote!(Map),
                Kind::Collect => quote!(Collect),
                Kind::Match(scrutinee) => quote!(Match(#scrutinee)),
                Kind::If => quote!(If),
                Kind::Arm(title) => quote!(Arm(#title)),
                Kind::Repeat(max, until) => quote!(Repeat(#max, #until)),
                Kind::Timeout => quote!(Timeout),
                Kind::Retry => quote!(Retry),
                Kind::Try => quote!(Try),
                Kind::Else => quote!(Else),
            };
            quote!(#private::Piece(#parent, #segment, #private::Form::#form))
        });
        let wires = self.wires.iter().map(|Joint { from: (from, out), to: (to, into), name, back }| {
            let wire = if *back { quote!(Back) } else { quote!(Data) };
            quote!(#private::Wire::#wire(#from, #out, #to, #into, #name))
        });
        quote!(#private::Shape::Pipeline(#name, &[#(#pieces),*], &[#(#wires),*]))
    }

    /// Returns the graph as far as the macro knows it: every step is one node, with its path as written.
    pub(super) fn graph(&self) -> Graph {
        let tasks: Vec<_> = self.nodes.iter().map(|node| node.kind.task()).collect();
        let pieces: Vec<_> = self
            .nodes
            .iter()
            .zip(&tasks)
            .map(|(node, task)| Piece(node.parent, node.segment, node.kind.form(task)))
            .collect();
        let wires: Vec<_> = self.wires.iter().map(Joint::wire).collect();
        Graph::new(Shape::Pipeline(&self.name, &pieces, &wires))
    }
}

impl Joint {
    fn wire(&self) -> Wire<'_> {
        let Self { from: (from, out), to: (to, into), name, back } = self;
        let wire = if *back { Wire::Back } else { Wire::Data };
        wire(*from, *out, *to, *into, name)
    }
}

impl Kind<'_> {
    /// Returns the path of a step, as written.
    fn task(&self) -> String {
        match self {
            Self::Step(task) => task.to_string().replace(' ', ""),
            _ => String::new(),
        }
    }

    fn form<'f>(&'f self, task: &'f str) -> Form<'f> {
        match self {
            Self::Step(_) => Form::Step(Shape::Task(task)),
            Self::Group => Form::Group,
            Self::Parallel => Form::Parallel,
            Self::Race => Form::Race,
            Self::Branch => Form::Branch,
            Self::Map => Form::Map,
            Self::Collect => Form::Collect,
            Self::Match(scrutinee) => Form::Match(scrutinee),
            Self::If => Form::If,
            Self::Arm(title) => Form::Arm(title),
            Self::Repeat(max, until) => Form::Repeat(max, until),
            Self::Timeout => Form::Timeout,
            Self::Retry => Form::Retry,
            Self::Try => Form::Try,
            Self::Else => Form::Else,
        }
    }
}
