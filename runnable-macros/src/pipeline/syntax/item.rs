//! `pub fn name(params) -> [outputs] { chain }`.

use super::{chain::group, foreign, outputs::Outputs, parameter::Parameter, tree::Chain};
use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{
    Attribute, Expr, Meta, MetaNameValue, Result, Token, Visibility,
    ext::IdentExt as _,
    parenthesized,
    parse::{Parse, ParseStream, discouraged::Speculative as _},
    token,
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

impl Item {
    /// Parses up to the end of the pipeline. A mistake after the name is kept, so that the pipeline exists.
    pub(super) fn parse(input: ParseStream<'_>) -> Result<Self> {
        let begin = input.fork();
        let written = input.call(Attribute::parse_outer)?;
        let (ours, mut attrs): (Vec<_>, Vec<_>) =
            written.iter().cloned().partition(|attr| attr.path().is_ident("node"));
        let node = ours.first().map(node_name).transpose()?;
        let vis: Visibility = input.parse()?;
        if let Some(word) = qualifier(input) {
            let message = format!(
                "expected `fn`, found `{word}`\nhelp: remove `{word}`: every pipeline is asynchronous and safe"
            );
            return Err(input.error(message));
        }
        let mut error = attrs.iter().find(|attr| foreign::is_policy(attr)).map(foreign::policy_of_item);
        attrs.retain(|attr| !foreign::is_policy(attr));
        if input.parse::<Token![fn]>().is_err() {
            error =
                Some(input.error(
                    "expected `fn` before the name of a pipeline\nhelp: write `fn name(input: Type) { a >> b }`",
                ));
        }
        let ident: Ident = input.parse()?;
        if ident == "main" {
            let message = "a pipeline cannot be named `main`: it does not run by itself\nhelp: give it another name, and execute it in `fn main`";
            return Err(syn::Error::new(ident.span(), message));
        }
        let mut item = Self {
            tokens: TokenStream::new(),
            attrs,
            node,
            vis,
            ident,
            params: Vec::new(),
            outputs: None,
            chain: Chain::default(),
            error,
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
