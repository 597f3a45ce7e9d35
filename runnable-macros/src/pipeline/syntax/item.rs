//! `pub fn name(params) -> [outputs] { chain }`.

use super::{chain::group, outputs::Outputs, tree::Chain};
use crate::util::{
    conditional::{self, condition},
    fragments::Ungroup,
};
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{
    Attribute, Expr, Meta, MetaNameValue, Result, Token, Type, Visibility,
    ext::IdentExt as _,
    parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    visit::Visit,
    visit_mut::VisitMut,
};

/// A pipeline that has a name.
pub(crate) struct Item {
    /// All tokens, as they were written.
    pub(crate) tokens: TokenStream,
    /// Its documentation, and whatever else applies to the function.
    pub(crate) attrs: Vec<Attribute>,
    /// The name of its node's struct, if `#[node = Name]` sets it.
    pub(crate) node: Option<Ident>,
    /// Its visibility.
    pub(crate) vis: Visibility,
    /// The function's name.
    pub(crate) ident: Ident,
    /// Its inputs.
    pub(crate) params: Vec<Parameter>,
    /// Its outputs, if a list is written.
    pub(crate) outputs: Option<Outputs>,
    /// The steps.
    pub(crate) chain: Chain,
}

/// `#[resource] name: T`, `name: T = value`.
pub(crate) struct Parameter {
    /// All but `#[resource]`.
    pub(crate) attrs: Vec<Attribute>,
    /// Its name.
    pub(crate) ident: Ident,
    /// The type, without its `&`.
    pub(crate) ty: Type,
    /// `true` for `&T`.
    pub(crate) borrowed: bool,
    /// `true` for a client or a pool, which is not data: `#[resource]`.
    pub(crate) resource: bool,
    /// The value if a file or a request has none for it.
    pub(crate) default: Option<Expr>,
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let written = input.call(Attribute::parse_outer)?;
        let (ours, attrs): (Vec<_>, _) = written.iter().cloned().partition(|attr| attr.path().is_ident("node"));
        let node = ours.first().map(node_name).transpose()?;
        let vis: Visibility = input.parse()?;
        if let Some(word) = qualifier(input) {
            let message = format!(
                "expected `fn`, found `{word}`\nhelp: remove `{word}`: every pipeline is asynchronous and safe"
            );
            return Err(input.error(message));
        }
        let keyword: Token![fn] = input.parse()?;
        let ident: Ident = input.parse()?;
        if input.peek(Token![<]) {
            return Err(
                input.error("a pipeline cannot have generic parameters\nhelp: write one pipeline for each type")
            );
        }
        let list;
        let paren = parenthesized!(list in input);
        let list_tokens: TokenStream = list.fork().parse()?;
        let params = Punctuated::<Parameter, Token![,]>::parse_terminated(&list)?.into_iter().collect();
        let arrow = input.fork();
        let outputs = if input.peek(Token![->]) { Some(input.parse()?) } else { None };
        let body = input.fork();
        let chain = group(input)?;

        let mut tokens = TokenStream::new();
        written.iter().for_each(|attr| attr.to_tokens(&mut tokens));
        vis.to_tokens(&mut tokens);
        keyword.to_tokens(&mut tokens);
        ident.to_tokens(&mut tokens);
        paren.surround(&mut tokens, |inner| inner.extend(list_tokens));
        if outputs.is_some() {
            arrow.parse::<Token![->]>()?.to_tokens(&mut tokens);
            arrow.parse::<proc_macro2::Group>()?.to_tokens(&mut tokens);
        }
        body.parse::<proc_macro2::Group>()?.to_tokens(&mut tokens);
        Ok(Self { tokens, attrs, node, vis, ident, params, outputs, chain })
    }
}

/// `#[node = Name]`.
fn node_name(attr: &Attribute) -> Result<Ident> {
    let name = match &attr.meta {
        Meta::NameValue(MetaNameValue { value: Expr::Path(path), .. }) => path.path.get_ident().cloned(),
        _ => None,
    };
    name.ok_or_else(|| {
        syn::Error::new_spanned(attr, "expected a name for the pipeline's struct\nhelp: write `#[node = AnotherName]`")
    })
}

/// A word that may stand before the `fn` of a function, but not of a pipeline.
pub(super) fn qualifier(input: ParseStream<'_>) -> Option<Ident> {
    if !(input.peek(Token![async]) || input.peek(Token![const]) || input.peek(Token![unsafe])) {
        return None;
    }
    input.fork().call(Ident::parse_any).ok()
}

/// Returns the first `impl Trait` in a type.
fn opaque(ty: &Type) -> Option<TokenStream> {
    struct Finder(Option<TokenStream>);
    impl Visit<'_> for Finder {
        fn visit_type_impl_trait(&mut self, found: &syn::TypeImplTrait) {
            self.0.get_or_insert_with(|| found.to_token_stream());
        }
    }
    let mut finder = Finder(None);
    finder.visit_type(ty);
    finder.0
}

impl Parse for Parameter {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut attrs = input.call(Attribute::parse_outer)?;
        let written = attrs.len();
        attrs.retain(|attr| !attr.path().is_ident("resource"));
        let resource = attrs.len() < written;
        if let Some(attr) = condition(&attrs) {
            return Err(syn::Error::new_spanned(attr, conditional::MESSAGE));
        }
        if !input.peek(syn::Ident) {
            return Err(
                input.error("expected a parameter, as in `name: Type`\nhelp: a parameter is bound by name, and cannot be `self` or a pattern")
            );
        }
        let ident = input.parse()?;
        input.parse::<Token![:]>()?;
        let mut ty = input.parse()?;
        Ungroup.visit_type_mut(&mut ty);
        if let Some(found) = opaque(&ty) {
            let message = "expected a concrete type, found `impl Trait`\nhelp: write the type that the step takes: the inputs of a pipeline are the fields of a struct";
            return Err(syn::Error::new_spanned(found, message));
        }
        let (ty, borrowed) = match ty {
            Type::Reference(reference) if reference.mutability.is_none() && reference.lifetime.is_none() => {
                (*reference.elem, true)
            }
            ty => (ty, false),
        };
        let default = if let Ok(equals) = input.parse::<Token![=]>() {
            if resource {
                let message =
                    "a resource cannot have a default\nhelp: the runner supplies it: `Runner::builder().resource(..)`";
                return Err(syn::Error::new_spanned(equals, message));
            }
            Some(input.parse()?)
        } else {
            None
        };
        Ok(Self { attrs, ident, ty, borrowed, resource, default })
    }
}
