//! A pipeline with every name resolved: everything that lowering needs, and nothing that can still be wrong.

mod nodes;

pub(super) use nodes::{
    Arg, Arm, Body, Carried, Choice, Contender, Each, Group, Head, Limit, Map, Parallel, Race, Recover, Repeat, Retry,
    Step, Stmt, Tried, Value,
};

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Expr;

/// An index into [`Plan::vars`].
pub(super) type VarId = usize;
/// An index into [`Plan::places`].
pub(super) type PlaceId = usize;

/// A resolved pipeline.
#[derive(Default)]
pub(super) struct Plan {
    /// Every definition of every name.
    pub(super) vars: Vec<Var>,
    /// Every step, branch and map.
    pub(super) places: Vec<Place>,
    /// The number of `match`, `if`, `try`, `race`, and each `map` that collects failures.
    pub(super) choices: u32,
    /// The variants of the event enum.
    pub(super) variants: Vec<Variant>,
    /// The nodes.
    pub(super) body: Body,
    /// The names of [`Body::gives`], as seen from outside.
    pub(super) outputs: Vec<Ident>,
}

/// One definition of a name.
pub(super) struct Var {
    /// The name.
    pub(super) name: String,
    /// The token that defines it, for errors.
    pub(super) span: Span,
    /// Its type, if it can be named.
    pub(super) ty: Option<TokenStream>,
    /// `true` for a resource of the pipeline, which may differ when a run is resumed.
    pub(super) resource: bool,
    /// `true` if it is a reference everywhere: a `&T` parameter of the pipeline, or a name that a pattern binds.
    pub(super) borrowed: bool,
    /// The number of `map`s around it.
    pub(super) depth: usize,
    /// `true` if anything reads it.
    pub(super) read: bool,
    /// The token that declares it, unless a step does.
    pub(super) declared: Option<Declared>,
    /// A number for its variable, if a later definition of its name is visible at the same time.
    pub(super) apart: Option<VarId>,
}

/// A name that the user declares, and which something should read.
pub(super) enum Declared {
    /// A parameter, the item or the index of a `map`, the index of a `repeat`, an error, or a name in a pattern.
    Name(Ident),
    /// A field in a pattern: `Person { name }`.
    Field(Ident),
}

impl Plan {
    /// Variables under the declared names that nothing reads, for the compiler to warn about.
    pub(super) fn unread(&self) -> TokenStream {
        let unread = self.vars.iter().filter(|var| !var.read).filter_map(|var| var.declared.as_ref());
        let lets: Vec<_> = unread.filter_map(Declared::unread).collect();
        if lets.is_empty() {
            return TokenStream::new();
        }
        quote!(const _: fn() = || { #(#lets)* };)
    }
}

impl Declared {
    /// Returns a variable that nothing reads, unless the user expects none to read it.
    fn unread(&self) -> Option<TokenStream> {
        let (Self::Name(name) | Self::Field(name)) = self;
        let expected = name.to_string().starts_with('_');
        let unread = match self {
            Self::Name(name) => quote!(let #name = 0_u8;),
            Self::Field(name) => quote!({
                struct __Unread { #name: u8 }
                let __Unread { #name } = __Unread { #name: 0 };
            }),
        };
        (!expected).then_some(unread)
    }
}

/// A segment of a path.
pub(super) struct Place {
    /// The segment.
    pub(super) name: String,
    /// `true` if it carries the index of an item or an iteration.
    pub(super) indexed: bool,
    /// The parameters of the step that take resources.
    pub(super) resources: Vec<String>,
}

/// A variant of the event enum.
pub(super) struct Variant {
    /// In `UpperCamelCase`.
    pub(super) ident: Ident,
    /// The task.
    pub(super) task: TokenStream,
    /// The task's path as written, to distinguish tasks.
    pub(super) key: String,
}

/// A use of a name.
pub(super) struct Read {
    /// The definition.
    pub(super) var: VarId,
    /// `true` if the variable holds a reference here, since it comes from outside a `map`.
    pub(super) by_ref: bool,
    /// The reader, as a type.
    pub(super) reader: TokenStream,
    /// The span of errors about it.
    pub(super) span: Span,
    /// By reference, by move or by copy.
    pub(super) mode: Mode,
}

/// The ways to pass a name.
pub(super) enum Mode {
    /// `&x`.
    Borrow,
    /// `x`: nothing reads it later.
    Move,
    /// A copy, because of this later reader.
    Clone(TokenStream),
}

/// A user's expression.
pub(super) struct Written {
    /// The expression as written.
    pub(super) expr: Expr,
    /// The expression as compiled: `*name` may be written whether the name is a reference or a value.
    pub(super) code: Box<Expr>,
    /// The names that occur in it, each once, with the token that occurs.
    pub(super) names: Vec<(Ident, Read)>,
}
