//! The function of a task.

use crate::{
    krate::Krate,
    util::fragments::{Ungroup, has_invisible_groups},
};
use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Attribute, Block, FnArg, ReturnType, Signature, Token, Type, Visibility,
    ext::IdentExt as _,
    parse::{Parse, ParseStream, Parser as _},
    parse_quote,
    token::Brace,
    visit_mut::VisitMut,
};

/// A function. Its body stays as it is: nothing depends on it, and the compiler reports its mistakes.
#[derive(Clone)]
pub(super) struct Function {
    pub(super) attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) sig: Signature,
    body: TokenStream,
}

impl Function {
    /// Returns the first `yield` of the body that is in no macro.
    pub(super) fn stray_yield(&self) -> Option<Ident> {
        stray_yield(self.body.clone())
    }

    /// Returns the name of the macro if the body of a stream is `todo!()` alone, which does not implement `Stream`.
    pub(super) fn unwritten(&self) -> Option<Ident> {
        let TokenTree::Group(body) = self.body.clone().into_iter().next()? else { return None };
        let mut trees = body.stream().into_iter();
        let (Some(TokenTree::Ident(word)), Some(TokenTree::Punct(sign)), Some(TokenTree::Group(_))) =
            (trees.next(), trees.next(), trees.next())
        else {
            return None;
        };
        let alone = trees.all(|tree| matches!(&tree, TokenTree::Punct(sign) if sign.as_char() == ';'));
        let known = ["todo", "unimplemented", "unreachable", "panic"].iter().any(|known| word == known);
        (known && sign.as_char() == '!' && alone).then_some(word)
    }

    /// Replaces the body after a stray `yield` was reported: what was meant causes no further errors.
    pub(super) fn as_meant(&mut self, krate: &Krate) {
        let body = &self.body;
        self.body = match &self.sig.output {
            ReturnType::Type(_, ty) if matches!(**ty, Type::ImplTrait(_)) => quote!({ #krate::prelude::stream! #body }),
            _ => quote!({ ::core::unreachable!() }),
        };
    }

    /// Removes the invisible groups of fragments, which the compiler would ignore.
    pub(super) fn ungroup(&mut self) {
        self.attrs.iter_mut().for_each(|attr| Ungroup.visit_attribute_mut(attr));
        Ungroup.visit_signature_mut(&mut self.sig);
        if has_invisible_groups(self.body.clone())
            && let Ok(mut block) = syn::parse2::<Block>(self.body.clone())
        {
            Ungroup.visit_block_mut(&mut block);
            self.body = block.into_token_stream();
        }
    }
}

/// `yield` is a keyword, so that it has no other meaning outside macros.
fn stray_yield(tokens: TokenStream) -> Option<Ident> {
    let mut in_macro = false;
    for tree in tokens {
        match tree {
            TokenTree::Ident(word) if word == "yield" => return Some(word),
            TokenTree::Group(group) if !in_macro => {
                if let Some(word) = stray_yield(group.stream()) {
                    return Some(word);
                }
                in_macro = false;
            }
            tree => in_macro = matches!(&tree, TokenTree::Punct(sign) if sign.as_char() == '!'),
        }
    }
    None
}

/// The `gen` of `async gen fn`.
fn generator(input: ParseStream<'_>) -> Option<Ident> {
    let ahead = input.fork();
    ahead.parse::<Option<Token![async]>>().ok()?;
    ahead.call(Ident::parse_any).ok().filter(|word| word == "gen" && ahead.peek(Token![fn]))
}

impl Parse for Function {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (attrs, vis) = (input.call(Attribute::parse_outer)?, input.parse()?);
        if let Some(word) = generator(input) {
            let message = "a task cannot be a `gen fn`\nhelp: write `fn name(..) -> impl Stream<Item = Token> { stream! { yield ..; } }`";
            return Err(syn::Error::new(word.span(), message));
        }
        let sig = input.parse()?;
        if !input.peek(Brace) {
            return Err(input.error("a task needs a body\nhelp: write `{ .. }`; a trait cannot declare a task"));
        }
        let body: Group = input.parse()?;
        Ok(Self { attrs, vis, sig, body: TokenTree::Group(body).into() })
    }
}

impl Function {
    /// Reads a function that is not complete, without the parameters and the return type that are wrong.
    ///
    /// Its name, its body and the other parameters are as written, so that an editor knows the task while it is typed.
    pub(super) fn incomplete(item: TokenStream) -> Option<Self> {
        Self::parse_incomplete.parse2(item).ok()
    }

    fn parse_incomplete(input: ParseStream<'_>) -> syn::Result<Self> {
        let (attrs, vis) = (input.call(Attribute::parse_outer)?, input.parse()?);
        let asyncness: Option<Token![async]> = input.parse()?;
        input.parse::<Token![fn]>()?;
        let name: Ident = input.parse()?;
        let list: Group = input.parse()?;
        let params = arguments(list.stream()).into_iter().filter_map(|param| syn::parse2::<FnArg>(param).ok());
        let mut output = TokenStream::new();
        while !(input.is_empty() || input.peek(Brace)) {
            output.extend([input.parse::<TokenTree>()?]);
        }
        let output = syn::parse2(output).unwrap_or(ReturnType::Default);
        let body: Group = input.parse()?;
        let body = TokenTree::Group(body).into();
        let sig = parse_quote!(#asyncness fn #name(#(#params),*) #output);
        Ok(Self { attrs, vis, sig, body })
    }
}

/// Splits tokens at the commas that are not between `<` and `>`.
fn arguments(tokens: TokenStream) -> Vec<TokenStream> {
    let (mut depth, mut all) = (0_i32, vec![TokenStream::new()]);
    for tree in tokens {
        match &tree {
            TokenTree::Punct(sign) if sign.as_char() == '<' => depth += 1,
            TokenTree::Punct(sign) if sign.as_char() == '>' => depth -= 1,
            TokenTree::Punct(sign) if sign.as_char() == ',' && depth <= 0 => {
                all.push(TokenStream::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = all.last_mut() {
            last.extend([tree]);
        }
    }
    all
}

impl ToTokens for Function {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for attr in &self.attrs {
            attr.to_tokens(tokens);
        }
        self.vis.to_tokens(tokens);
        self.sig.to_tokens(tokens);
        self.body.to_tokens(tokens);
    }
}
