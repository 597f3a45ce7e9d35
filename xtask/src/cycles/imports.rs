//! Collects the paths that the items of a module name.

use crate::syntax::{attributes, is_test};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::{Attribute, ImplItem, Item, UseTree, Visibility, visit::Visit};

/// The paths in the code of a module, without those of inline modules in it.
#[derive(Default)]
pub(super) struct Mentions {
    /// Every path, as its segments. A path that starts at another crate starts with an empty segment.
    pub(super) paths: BTreeSet<Vec<String>>,
    /// The names of macros that are called without a path.
    pub(super) macros: BTreeSet<String>,
    /// The trees of `use`, also in functions, and whether the names are handed on.
    pub(super) uses: Vec<(UseTree, bool)>,
}

/// Collects the paths of these items, except in tests and in inline modules.
pub(super) fn mentions(items: &[Item]) -> Mentions {
    let mut mentions = Mentions::default();
    for item in items {
        mentions.visit_item(item);
    }
    mentions
}

/// Returns the names that an item defines, except those of modules, imports and macros.
pub(super) fn names(item: &Item) -> Vec<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return vec![],
    };
    vec![name.to_string()]
}

impl<'ast> Visit<'ast> for Mentions {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_test(attributes(item)) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let attributes: &[Attribute] = match item {
            ImplItem::Fn(item) => &item.attrs,
            ImplItem::Const(item) => &item.attrs,
            _ => &[],
        };
        if !is_test(attributes) {
            syn::visit::visit_impl_item(self, item);
        }
    }

    /// Inline modules are modules of their own.
    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {}

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let exported = !matches!(item.vis, Visibility::Inherited);
        if item.leading_colon.is_none() {
            self.uses.push((item.tree.clone(), exported));
        }
    }

    /// Attributes such as `#[cfg]` are not names of this crate; those with a path and derives may be.
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        match &attribute.meta {
            syn::Meta::List(list) if list.path.is_ident("derive") => self.tokens(list.tokens.clone()),
            _ if attribute.path().segments.len() > 1 => self.visit_path(attribute.path()),
            _ => {}
        }
    }

    /// `pub(in path)` is not an import.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let absolute = path.leading_colon.map(|_| String::new());
        let segments = path.segments.iter().map(|segment| segment.ident.to_string());
        self.paths.insert(absolute.into_iter().chain(segments).collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        match called.path.get_ident() {
            Some(name) => _ = self.macros.insert(name.to_string()),
            None => self.visit_path(&called.path),
        }
        self.tokens(called.tokens.clone());
    }
}

impl Mentions {
    /// Collects the paths in the tokens of a macro.
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Ident(_) => {
                    let absolute = at >= 2 && is_colons(&tokens[at - 2..at]);
                    let (path, length) = path(&tokens[at..]);
                    let marked = at > 0 && ['.', '#'].iter().any(|mark| is_punct(&tokens[at - 1], *mark));
                    if !absolute && !marked {
                        if tokens.get(at + length).is_some_and(|token| is_punct(token, '!')) && path.len() == 1 {
                            self.macros.insert(path[0].clone());
                        }
                        self.paths.insert(path);
                    }
                    at += length;
                    continue;
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            at += 1;
        }
    }
}

/// Reads `a::b::c` at the start of these tokens; returns its segments and the number of its tokens.
fn path(tokens: &[TokenTree]) -> (Vec<String>, usize) {
    let (mut segments, mut at) = (vec![], 0);
    while let Some(TokenTree::Ident(ident)) = tokens.get(at) {
        segments.push(ident.to_string());
        at += 1;
        match tokens.get(at..at + 3) {
            Some([colons @ .., TokenTree::Ident(_)]) if is_colons(colons) => at += 2,
            _ => break,
        }
    }
    (segments, at)
}

fn is_colons(tokens: &[TokenTree]) -> bool {
    tokens.len() == 2 && tokens.iter().all(|token| is_punct(token, ':'))
}

fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(source: &str) -> Vec<String> {
        let file = syn::parse_file(source).unwrap();
        mentions(&file.items).paths.into_iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn paths_of_types_calls_and_macros_are_collected() {
        let source = "fn f(x: &crate::a::X<b::Y>) { super::g(); log!(\"{}\", c::Z::new(), x.field, ::other::W); }";
        assert_eq!(paths(source), ["b::Y", "c::Z::new", "crate::a::X", "super::g", "x"]);
    }

    #[test]
    fn tests_and_inline_modules_are_left_out() {
        let source = "#[cfg(test)] mod tests { use a::B; } #[cfg(all(test, unix))] fn t(_: C) {} mod m { type D = E; }
            #[cfg(not(test))] fn u(_: F) {} #[cfg(feature = \"test\")] fn v(_: G) {}";
        assert_eq!(paths(source), ["F", "G"]);
    }
}
