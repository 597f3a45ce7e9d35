//! `pub fn name(params) -> [outputs] { chain }`.

use super::{chain::group, outputs::Outputs, tree::Chain};
use crate::util::{
    conditional::{self, condition},
    fragments::Ungroup,
};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Attribute, Expr, Meta, MetaNameValue, Result, Token, Type, Visibility,
    ext::IdentExt as _,
    parenthesized,
    parse::{Parse, ParseStream, discouraged::Speculative as _},
    token,
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
    /// All mistakes in the pipeline.
    pub(crate) error: Option<syn::Error>,
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

impl Item {
    /// Parses up to the end of the pipeline. A mistake after the name is kept, so that the pipeline exists.
    pub(super) fn parse(input: ParseStream<'_>) -> Result<Self> {
        let begin = input.fork();
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
        input.parse::<Token![fn]>()?;
        let ident: Ident = input.parse()?;
        let mut item = Self {
            tokens: TokenStream::new(),
            attrs,
            node,
            vis,
            ident,
            params: Vec::new(),
            outputs: None,
            chain: Chain::default(),
            error: None,
        };
        // Tokens that a fork discards are not reported as unexpected.
        let ahead = input.fork();
        match item.signature(&ahead) {
            Ok(()) => input.advance_to(&ahead),
            Err(error) => {
                item.found(error);
                while !(input.is_empty() || input.peek(token::Brace)) {
                    input.parse::<TokenTree>()?;
                }
            }
        }
        if input.peek(token::Brace) {
            item.chain = group(input)?;
        }
        item.tokens = since(&begin, input);
        let chain = item.chain.error();
        chain.into_iter().for_each(|error| item.found(error));
        Ok(item)
    }

    /// Parses the parameters and the outputs, up to the body.
    fn signature(&mut self, input: ParseStream<'_>) -> Result<()> {
        if input.peek(Token![<]) {
            return Err(
                input.error("a pipeline cannot have generic parameters\nhelp: write one pipeline for each type")
            );
        }
        let list;
        parenthesized!(list in input);
        while !list.is_empty() {
            let ahead = list.fork();
            match Parameter::parse(&ahead) {
                Ok(param) => {
                    list.advance_to(&ahead);
                    self.params.push(param);
                }
                Err(error) => {
                    self.found(error);
                    while !(list.is_empty() || list.peek(Token![,])) {
                        list.parse::<TokenTree>()?;
                    }
                }
            }
            if !list.is_empty() {
                list.parse::<Token![,]>()?;
            }
        }
        if input.peek(Token![->]) {
            self.outputs = Some(input.parse()?);
        }
        if input.peek(Token![where]) {
            return Err(input.error("a pipeline cannot have a `where` clause\nhelp: remove it"));
        }
        if input.peek(token::Brace) {
            return Ok(());
        }
        Err(input.error("expected the steps in braces\nhelp: write `{ a >> b }`"))
    }

    fn found(&mut self, error: syn::Error) {
        match &mut self.error {
            Some(all) => all.combine(error),
            None => self.error = Some(error),
        }
    }
}

/// Returns the tokens between two positions.
fn since(from: ParseStream<'_>, to: ParseStream<'_>) -> TokenStream {
    let mut tokens = Vec::new();
    while from.cursor() != to.cursor() {
        match from.parse::<TokenTree>() {
            Ok(tree) => tokens.push(tree),
            Err(_) => break,
        }
    }
    tokens.into_iter().collect()
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

fn mutability(ty: &Type) -> Option<Token![mut]> {
    match ty {
        Type::Reference(reference) => reference.mutability,
        _ => None,
    }
}

/// Returns the first reference in a type that does not live as long as the program.
fn borrowed_for(ty: &Type) -> Option<TokenStream> {
    struct Finder(Option<TokenStream>);
    impl Visit<'_> for Finder {
        fn visit_type_reference(&mut self, found: &syn::TypeReference) {
            if found.mutability.is_some() || found.lifetime.as_ref().is_none_or(|lifetime| lifetime.ident != "static") {
                let (and, lifetime, mutability) = (found.and_token, &found.lifetime, found.mutability);
                self.0.get_or_insert_with(|| quote!(#and #lifetime #mutability));
            }
            syn::visit::visit_type_reference(self, found);
        }
        fn visit_type_fn_ptr(&mut self, _: &syn::TypeFnPtr) {}
        fn visit_parenthesized_generic_arguments(&mut self, _: &syn::ParenthesizedGenericArguments) {}
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
        if let Some(attr) = attrs.iter().find(|attr| attr.path().is_ident("deprecated")) {
            let message = "a parameter of a pipeline cannot be deprecated: all who call the pipeline name it\nhelp: write the attribute on the pipeline";
            return Err(syn::Error::new_spanned(attr, message));
        }
        if input.peek(Token![mut]) {
            return Err(input.error("a parameter of a pipeline cannot be `mut`\nhelp: remove `mut`: a step changes a value by returning another of the same name"));
        }
        if !input.peek(syn::Ident) {
            return Err(
                input.error("expected a parameter, as in `name: Type`\nhelp: a parameter is bound by name, and cannot be `self` or a pattern")
            );
        }
        let ident: Ident = input.parse()?;
        if !input.peek(Token![:]) {
            return Err(syn::Error::new(
                ident.span(),
                format!("expected a type for `{ident}`\nhelp: write `{ident}: Type`"),
            ));
        }
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
        if let (Type::Reference(reference), Some(mutability)) = (&ty, mutability(&ty)) {
            let and = reference.and_token;
            let message = "the input of a pipeline cannot be `&mut`\nhelp: take the value; a step changes a value by returning another of the same name";
            return Err(syn::Error::new_spanned(quote!(#and #mutability), message));
        }
        if let Some(found) = borrowed_for(&ty) {
            let message = "the input of a pipeline cannot contain a reference\nhelp: own the value, as in `Option<String>`, or borrow the whole: `&T`";
            return Err(syn::Error::new_spanned(found, message));
        }
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
