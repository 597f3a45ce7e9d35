//! A plan as a shape: what its graph is made of, with each sub-pipeline as one node.
//!
//! Values are followed through composites to the steps that make them; the rest is done where the shapes of all steps are
//! known, in `Graph::new`.

use super::{
    names::plain,
    plan::{Body, Group, Map, Parallel, PlaceId, Plan, Read, Step, Stmt, Value, VarId, Written},
    syntax::Parameter,
};
use proc_macro2::TokenStream;
use quote::quote;
use runnable_graph::{
    Graph,
    __private::{Form, Piece, Shape, Wire},
};
use std::collections::HashMap;

/// The shape of one pipeline.
pub(super) struct Sketch<'p> {
    name: String,
    nodes: Vec<Node<'p>>,
    wires: Vec<Joint>,
}

/// A node, with the number of the one that it is in: nodes are numbered from 1 on.
struct Node<'p> {
    parent: usize,
    segment: &'p str,
    kind: Kind<'p>,
}

/// What a node is.
enum Kind<'p> {
    Step(&'p TokenStream),
    Group,
    Parallel,
    Branch,
    Map,
}

/// A value that passes: from a node's return to a node's parameter, by position.
struct Joint {
    from: Source,
    to: (usize, usize),
    name: String,
}

/// A node and its return; the pipeline (0) and its parameter.
type Source = (usize, usize);

impl<'p> Sketch<'p> {
    /// The shape of a resolved plan, whose first variables are its parameters.
    pub(super) fn new(name: &str, params: &[Parameter], plan: &'p Plan) -> Self {
        let sources = (0..params.len()).map(|i| (i, vec![(0, i)])).collect();
        let mut walk = Walk { plan, sources, sketch: Self { name: name.to_owned(), nodes: vec![], wires: vec![] } };
        walk.body(&plan.body, 0);
        for (i, (read, name)) in plan.body.gives.iter().zip(&plan.outputs).enumerate() {
            walk.join(read.var, (0, i), &plain(name));
        }
        walk.sketch
    }

    /// As a constant expression.
    pub(super) fn tokens(&self, krate: &TokenStream) -> TokenStream {
        let (name, private) = (&self.name, quote!(#krate::__private));
        let pieces = self.nodes.iter().map(|Node { parent, segment, kind }| {
            let form = match kind {
                Kind::Step(task) => quote!(Step(<#task as #private::Node>::SHAPE)),
                Kind::Group => quote!(Group),
                Kind::Parallel => quote!(Parallel),
                Kind::Branch => quote!(Branch),
                Kind::Map => quote!(Map),
            };
            quote!(#private::Piece(#parent, #segment, #private::Form::#form))
        });
        let wires = self.wires.iter().map(|Joint { from: (from, out), to: (to, into), name }| {
            quote!(#private::Wire::Data(#from, #out, #to, #into, #name))
        });
        quote!(#private::Shape::Pipeline(#name, &[#(#pieces),*], &[#(#wires),*]))
    }

    /// As it is known to the macro: every step is one node, by its path as written.
    pub(super) fn graph(&self) -> Graph {
        let tasks: Vec<_> = self.nodes.iter().map(|node| task(&node.kind).unwrap_or_default()).collect();
        let piece = |(node, task): (&'_ Node<'p>, &'_ String)| Piece(node.parent, node.segment, form(&node.kind, task));
        let pieces: Vec<_> = self.nodes.iter().zip(&tasks).map(|(node, task)| piece((node, task))).collect();
        let wire = |Joint { from: (from, out), to: (to, into), name }: &'_ Joint| Wire::Data(*from, *out, *to, *into, name);
        let wires: Vec<_> = self.wires.iter().map(wire).collect();
        Graph::new(Shape::Pipeline(&self.name, &pieces, &wires))
    }
}
